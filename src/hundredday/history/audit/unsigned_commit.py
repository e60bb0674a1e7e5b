"""A commit has no good signature, though accelerator.yaml asks for signed commits.

With `sign_commits: true` every commit that touches a challenge or accelerator.yaml is signed with its
author's key (GPG or SSH), so that a name in the history is more than a word. The setting counts as it
stood in the commit or before it: switching it off needs a signature too. Git itself verifies; for SSH
keys it needs to know who is who (`gpg.ssh.allowedSignersFile`), for GPG the keys in your keyring. A
sound signature of a key that is not known here is a warning.

Example: a change made on a web page, without a key.

What to do: ask the author whether the commit is theirs; sign what comes (`git config commit.gpgSign true`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hundredday.history.audit.finding import AuditFinding
    from hundredday.history.audit.step import Made

RULE = "unsigned-commit"
SEVERITY = Severity.ERROR

_TEXTS = {
    "missing": "The commit is not signed, and accelerator.yaml asks for signed commits.",
    "wrong": "The signature does not fit the commit: it was made for something else.",
    "revoked": "The commit is signed with a key that was revoked.",
    "unknown": "The commit is signed with a key that is not known here.",
}


def check(made: Made) -> Iterator[AuditFinding]:
    if (text := _TEXTS.get(made.signature)) is None:
        return
    if made.signature == "unknown":
        mend = f"Get the public key of {made.author.name}, and name it to git (gpg.ssh.allowedSignersFile, or gpg --import)."
        yield made.found(RULE, Severity.WARNING, text, mend)
    else:
        mend = f"Ask {made.author.name} whether it is theirs. To sign from now on: git config commit.gpgSign true"
        yield made.found(RULE, SEVERITY, text, mend)
