"""What the last audit found, kept beside the commit that it went up to: a commit never changes, nor does its past.

Any trouble with what is kept means that it is not there.
"""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from hundredday import __version__
from hundredday.findings import Severity
from hundredday.history.audit import AuditFinding, Replayed
from hundredday.store.cache_folder import cache_folder
from hundredday.store.saving import CannotSave, save

if TYPE_CHECKING:
    from pathlib import Path

    from hundredday.store.folder import Folder

_SHAPE = f"{__version__}-2"


def kept_audit(folder: Folder) -> Replayed | None:
    """The last audit of a folder; None where none is kept."""
    path = _path(folder)
    try:
        plain = json.loads(path.read_bytes()) if path else None
        if not plain or plain["about"] != _about(folder):
            return None
        findings = tuple(_finding(*one) for one in plain["findings"])
        renames = tuple((old, new) for old, new in plain["renames"])
        return Replayed(plain["head"], plain["commits"], plain["versions"], renames, findings)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def keep_audit(folder: Folder, audit: Replayed) -> None:
    """Keep what an audit found."""
    path = _path(folder)
    if path is None:
        return
    plain = {"about": _about(folder), **audit._asdict(), "versions": dict(audit.versions)}
    with suppress(OSError, CannotSave):
        save(path, json.dumps(plain).encode())


def _path(folder: Folder) -> Path | None:
    home = cache_folder()
    name = f"{zlib.crc32(str(folder.root).encode(errors='surrogateescape')):08x}-audit.json"
    return home / name if home else None


def _about(folder: Folder) -> str:
    return f"{_SHAPE} {str(folder.root)!r}"


def _finding(rule: str, severity: str, *rest: Any) -> AuditFinding:
    *told, touches = rest
    return AuditFinding._make((rule, Severity(severity), *told, tuple(touches)))
