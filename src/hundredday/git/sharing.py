"""The repository that is shared with others: what is fetched from it, what is pushed to it, and why not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hundredday.git.failing import GitFailed, explain, last_words
from hundredday.git.repository import setting
from hundredday.git.running import attempt, read, write
from hundredday.language import N_, _

if TYPE_CHECKING:
    from hundredday.git.repository import Repository
    from hundredday.git.running import Answer
    from hundredday.git.waiting import Waiting


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where a branch is shared; `is_set` says whether git's configuration names it already."""

    remote: str
    branch: str
    is_set: bool


def upstream_of(repository: Repository, branch: str) -> Upstream | None:
    """Where a branch is shared: where it is set to be, otherwise under its own name; None without a remote.

    Raises:
        GitFailed: there are several remotes and none is called origin.
    """
    remote = setting(repository, f"branch.{branch}.remote")
    merges = setting(repository, f"branch.{branch}.merge")
    if remote and merges:
        return Upstream(remote, merges.removeprefix("refs/heads/"), is_set=True)
    named = attempt(repository.root, "config", "--null", "--get-regexp", r"^remote\..*\.url$").stdout
    names = [
        entry.partition("\n")[0].removeprefix("remote.").removesuffix(".url")
        for entry in named.decode("utf-8", "replace").split("\0")[:-1]
    ]
    names = list(dict.fromkeys(names))
    if not names:
        return None
    if len(names) > 1 and "origin" not in names:
        raise GitFailed(
            _(
                "There are several remotes, and nothing says which one this branch is shared through: {names}."
            ).format(names=", ".join(names)),
            f"git push --set-upstream {names[0]} {branch}",
            code="several-remotes",
        )
    return Upstream("origin" if "origin" in names else names[0], branch, is_set=False)


def fetch(repository: Repository, upstream: Upstream, waiting: Waiting | None = None) -> str | None:
    """Fetch the shared branch; the id of its last commit, None when it is not there yet.

    Raises:
        GitFailed: the remote cannot be reached, is none, or does not let us in.
    """
    # Behind `--` a remote that is called like an option is none.
    answer = write(
        repository.root,
        *("fetch", "--quiet", "--", upstream.remote, f"refs/heads/{upstream.branch}"),
        keep=_CONNECTING,
        waiting=waiting,
    )
    if answer.code != 0:
        if "couldn't find remote ref" in answer.stderr:
            return None
        raise _unreachable(answer, upstream)
    return read(repository.root, "rev-parse", "--verify", "FETCH_HEAD^{commit}").text


def push(repository: Repository, branch: str, upstream: Upstream, waiting: Waiting | None = None) -> bool:
    """Push the branch, never by force; False when somebody else has pushed meanwhile.

    Raises:
        GitFailed: the remote cannot be reached, or does not take it.
    """
    answer = write(
        repository.root,
        *("push", "--porcelain", "--no-force", *(() if upstream.is_set else ("--set-upstream",))),
        *("--", upstream.remote, f"refs/heads/{branch}:refs/heads/{upstream.branch}"),
        keep=_CONNECTING,
        waiting=waiting,
    )
    if answer.code == 0:
        return True
    said = f"{answer.text}\n{answer.stderr}"
    if _OVERTAKEN.search(said):
        return False
    if refused := _REFUSED.search(answer.text):
        words = last_words("\n".join(_REMOTE_SAYS.findall(answer.stderr))) or refused["why"]
        raise GitFailed(
            _("The remote {remote} does not take what was pushed: {words}.").format(
                remote=upstream.remote, words=words.rstrip(".")
            ),
            _("Do what it asks for, or ask whoever keeps it. Your commits are safe here."),
            code="push-refused",
            arguments=answer.arguments,
            stderr=answer.stderr,
        )
    raise _unreachable(answer, upstream)


def _unreachable(answer: Answer, upstream: Upstream) -> GitFailed:
    for code, signs, text, mend in _KNOWN:
        if any(sign in answer.stderr for sign in signs):
            words = last_words(_without_advice(answer.stderr), 1).removeprefix("fatal: ").rstrip(".")
            return GitFailed(
                _(text).format(remote=upstream.remote, words=words),
                _(mend).format(remote=upstream.remote),
                code=code,
                arguments=answer.arguments,
                stderr=answer.stderr,
            )
    return explain(answer.arguments, answer.stderr)


def _without_advice(stderr: str) -> str:
    lines = [line for line in stderr.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(_ADVICE)]
    return "\n".join(telling or lines)


_ADVICE = (
    "Please make sure you have the correct access rights",
    "and the repository exists.",
    "fatal: Could not read from remote repository",
    "hint:",
)
_CONNECTING = ("GIT_SSH", "GIT_ASKPASS", "GIT_SSL_", "GIT_HTTP_", "GIT_PROXY_")
"""Variables by which a person says how a remote is reached; no repository can set them."""
_OVERTAKEN = re.compile(
    r"\[rejected\].*\((?:fetch first|non-fast-forward|stale info)\)"
    r"|\[remote rejected\].*\((?:cannot lock ref|failed to update ref|incorrect old value|reference already exists)"
)
_REFUSED = re.compile(r"\[(?:remote )?rejected\] *\((?P<why>[^\n]*)\)")
_REMOTE_SAYS = re.compile(r"^remote: *(\S[^\n]*?) *$", re.MULTILINE)
_SAFE_HERE = N_("Your work is safe here; run hundredday sync again when it can be reached.")
_KNOWN = (
    (
        "no-entry",
        (
            "Permission denied (",
            "Authentication failed",
            "could not read Username",
            "could not read Password",
            "terminal prompts disabled",
            "Host key verification failed",
            "The requested URL returned error: 403",
            "The requested URL returned error: 401",
        ),
        N_("The remote {remote} does not let you in: {words}."),
        N_("Log in once with git itself, for example: git fetch {remote}"),
    ),
    (
        "no-remote-repository",
        ("does not appear to be a git repository", "epository not found", "does not exist", "' not found"),
        N_("There is no repository where the remote {remote} should be: {words}."),
        N_("See its address with: git remote -v"),
    ),
    (
        "offline",
        (
            "Could not resolve host",
            "Temporary failure in name resolution",
            "unable to look up",
            "Connection refused",
            "Connection timed out",
            "Operation timed out",
            "Connection reset",
            "Network is unreachable",
            "No route to host",
            "unable to access",
            "unable to connect",
            "hung up",
            "Could not read from remote repository",
            "early EOF",
        ),
        N_("The remote {remote} cannot be reached: {words}."),
        _SAFE_HERE,
    ),
)
"""What stands in the way of a remote: causes before their consequences."""
