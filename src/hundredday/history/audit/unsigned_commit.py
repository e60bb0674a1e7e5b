"""A commit has no good signature, though accelerator.yaml asks for signed commits.

With `sign_commits: true` every commit that touches a challenge or accelerator.yaml is signed with its
author's key (GPG or SSH), so that a name in the history is more than a word. The setting counts as it
stood in the commit or before it: switching it off needs a signature too. Git itself verifies; for SSH
keys it needs to know who is who (`gpg.ssh.allowedSignersFile`), for GPG the keys in your keyring. A
sound signature of a key that is not known here is a warning, and so is one of a known key that belongs
to somebody whom the commit does not name.

Example: a change made on a web page, without a key.

What to do: ask the author whether the commit is theirs; sign what comes (`git config commit.gpgSign true`).
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from hundredday.findings import Severity
from hundredday.language import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made, Who

RULE = "unsigned-commit"
SEVERITY = Severity.ERROR

_TEXTS = {
    "missing": N_("The commit is not signed, and accelerator.yaml asks for signed commits."),
    "wrong": N_("The signature does not fit the commit: it was made for something else."),
    "revoked": N_("The commit is signed with a key that was revoked."),
}


def check(made: Made) -> Iterator[AuditFinding]:
    author = made.author.name
    if made.signature in _TEXTS:
        mend = _(
            "Ask {author} whether it is theirs. To sign from now on: git config commit.gpgSign true"
        ).format(author=author)
        yield made.found(RULE, SEVERITY, _(_TEXTS[made.signature]), mend)
    elif made.signature == "unknown":
        text = _("The commit is signed with a key that is not known here.")
        mend = _(
            "Get the public key of {author}, and name it to git (gpg.ssh.allowedSignersFile, or "
            "gpg --import)."
        ).format(author=author)
        yield made.found(RULE, Severity.WARNING, text, mend)
    elif made.signature == "good" and not _is_theirs(made):
        text = _("The commit names {author}, and is signed with a key of {signer}.").format(
            author=author, signer=made.signer
        )
        mend = _("Ask {author} whether it is theirs, and {signer} why they signed it.").format(
            author=author, signer=made.signer
        )
        yield made.found(RULE, Severity.WARNING, text, mend)


def _is_theirs(made: Made) -> bool:
    return any(_is_key_of(made.signer, who) for who in (made.author, made.committer))


def _is_key_of(signer: str, who: Who) -> bool:
    """Whether a key says that it is somebody's: by name, by address, or by a pattern of addresses."""
    name, address = who.name.casefold(), who.email.casefold()
    parts = [one.strip().casefold() for one in re.split(r"[<>,]", signer)]
    return any(part and (part == name or fnmatchcase(address, part)) for part in parts)
