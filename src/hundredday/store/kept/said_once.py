"""What is worth saying once for each folder, remembered in the user's cache."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from hundredday.store.kept.cache_folder import cache_folder

if TYPE_CHECKING:
    from hundredday.store.folder import Folder


def is_news(folder: Folder, what: str) -> bool:
    """Whether this was not said of the folder before; from now on it was."""
    home = cache_folder()
    if home is None:
        return True
    name = f"{zlib.crc32(str(folder.root).encode(errors='surrogateescape')):08x}-said-{what}"
    try:
        (home / name).touch(exist_ok=False)
    except FileExistsError:
        return False
    except OSError:  # nothing can be remembered here
        return True
    return True
