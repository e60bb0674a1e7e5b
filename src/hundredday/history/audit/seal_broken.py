"""A seal does not say what it stands on, or its signature does not hold.

A seal is an annotated tag that holds the id of the head and a SHA-256 digest over the names and contents
of all challenges. One that was moved to another commit, or written by hand, no longer fits. This tool
remembers in every checkout which seals it saw: one that is gone, or another one under its name, is found
until somebody seals anew. A seal may be signed; where accelerator.yaml asks for signed commits it has to
be. A signature of a key that is not known here, and none where one is asked for, are warnings.

Example: hundredday/seal/2026-07-16-1 stands on another commit than it says.

What to do: fetch the tag again from where it is kept safe: `git fetch --force origin tag NAME`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.history.audit.whole import found
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.whole import Whole

RULE = "seal-broken"
SEVERITY = Severity.ERROR


def check(whole: Whole) -> Iterator[AuditFinding]:
    for seal in whole.seals:
        if seal.problem:
            text = _("The seal {name} cannot be believed: {problem}.").format(
                name=seal.name, problem=seal.problem
            )
            mend = _("Fetch it again from where it is kept: git fetch --force origin tag {name}").format(
                name=seal.name
            )
            yield found(RULE, SEVERITY, text, mend, commit=seal.commit, when=seal.on, who=seal.who)
        elif (severity := _SIGNATURES.get(seal.signature)) and (seal.signature != "missing" or whole.signs):
            text, mend = (_(words).format(name=seal.name, who=seal.who) for words in _WORDS[seal.signature])
            yield found(RULE, severity, text, mend, commit=seal.commit, when=seal.on, who=seal.who)


_SIGNATURES: Mapping[str, Severity] = {
    "wrong": SEVERITY,
    "revoked": SEVERITY,
    "unknown": Severity.WARNING,
    "missing": Severity.WARNING,
}
_WORDS: Mapping[str, tuple[str, str]] = {
    "wrong": (
        N_("The seal {name} cannot be believed: its signature was made for something else."),
        N_("Fetch it again from where it is kept: git fetch --force origin tag {name}"),
    ),
    "revoked": (
        N_("The seal {name} is signed with a key that was revoked."),
        N_("Ask {who} whether it is theirs, and seal anew: hundredday audit --seal"),
    ),
    "unknown": (
        N_("The seal {name} is signed with a key that is not known here."),
        N_("Get the public key of {who}, and name it to git (gpg.ssh.allowedSignersFile, or gpg --import)."),
    ),
    "missing": (
        N_("The seal {name} is not signed, and accelerator.yaml asks for signatures."),
        N_("Seal anew with a key: hundredday audit --seal"),
    ),
}
