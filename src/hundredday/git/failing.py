"""What git refuses, said in one sentence with the way to mend it."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import ClassVar, NamedTuple

from hundredday.errors import ExitCode, Failure
from hundredday.language import N_, _, ngettext


class GitFailed(Failure):
    """Git said no.

    Args:
        text: what happened, in one sentence.
        mend: what to do about it.
        code: a short name of the refusal, for callers that act on it (`no-identity`, `hook`, ...).
        arguments: what git was asked, without the program's own name and our safety flags.
        stderr: what git answered, as it stood.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.GIT

    def __init__(
        self,
        text: str,
        mend: str = "",
        *,
        code: str = "unknown",
        arguments: tuple[str, ...] = (),
        stderr: str = "",
    ) -> None:
        super().__init__(text, mend)
        self.code = code
        self.arguments = arguments
        self.stderr = stderr


def explain(arguments: tuple[str, ...], stderr: str) -> GitFailed:
    """The failure that git's own words tell of; its first complaint word for word when they are not known."""
    lock = _LOCK.search(stderr)
    if lock is not None:
        return locked_by_git(Path(lock["path"]), arguments, stderr)
    for known in _KNOWN:
        if any(sign in stderr for sign in known.signs):
            return GitFailed(
                _(known.text), _(known.mend), code=known.code, arguments=arguments, stderr=stderr
            )
    words = _complaint(stderr) or _("git stopped without saying why")
    command = f"git {_named(arguments)}".strip()
    return GitFailed(
        _("{command} failed: {words}.").format(command=command, words=words),
        arguments=arguments,
        stderr=stderr,
    )


def _named(arguments: tuple[str, ...]) -> str:
    """The command among git's arguments: what stands behind the settings given to it."""
    words = iter(arguments)
    for word in words:
        if word != "-c":
            return word
        next(words, None)
    return ""


def locked_by_git(lock: Path, arguments: tuple[str, ...] = (), stderr: str = "") -> GitFailed:
    """The refusal because of a lock file of git's, with its age and its owner."""
    return GitFailed(
        _("Another git command is at work here, or one was stopped half-way: {lock}.").format(
            lock=described(lock)
        ),
        _("Wait a moment and try again. If no git command is running, run: hundredday setup --unlock"),
        code="locked",
        arguments=arguments,
        stderr=stderr,
    )


def last_words(stderr: str, limit: int = 3) -> str:
    """The last lines of what a program said, in one line."""
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    return " / ".join(lines[-limit:])


def _complaint(stderr: str) -> str:
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    for start in ("fatal: ", "error: "):
        for line in lines:
            if line.startswith(start):
                return line.removeprefix(start).rstrip(".")
    return lines[0].rstrip(".") if lines else ""


def described(lock: Path) -> str:
    """Whose a lock file is and how old, in a phrase."""
    try:
        stat = lock.stat()
    except OSError:
        return _("{lock} was there a moment ago").format(lock=lock)
    age = max(0, int(time.time() - stat.st_mtime))
    return _("{lock} belongs to {owner} and is {age} old").format(
        lock=lock, owner=_owner(stat.st_uid), age=_span(age)
    )


def _owner(uid: int) -> str:
    try:
        import pwd
    except ImportError:  # Windows has no such list
        return _("someone")
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return _("user number {uid}").format(uid=uid)


def _span(seconds: int) -> str:
    if seconds >= _DAY:
        return ngettext("{n} day", "{n} days", seconds // _DAY).format(n=seconds // _DAY)
    if seconds >= _HOUR:
        return ngettext("{n} hour", "{n} hours", seconds // _HOUR).format(n=seconds // _HOUR)
    if seconds >= _MINUTE:
        return ngettext("{n} minute", "{n} minutes", seconds // _MINUTE).format(n=seconds // _MINUTE)
    return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)


class _Known(NamedTuple):
    code: str
    signs: tuple[str, ...]
    text: str
    mend: str


_MINUTE, _HOUR, _DAY = 60, 3600, 86400

_LOCK = re.compile(r"Unable to create '(?P<path>[^\n]+?\.lock)': File exists")

# The order matters: the first that fits is taken, so causes stand before their consequences.
_KNOWN = (
    _Known(
        "not-ours",
        ("dubious ownership",),
        N_("Git does not trust this folder, because it belongs to another user."),
        N_("If you trust it, run: git config --global --add safe.directory FOLDER (its full path)."),
    ),
    _Known(
        "disk-full",
        ("No space left on device", "Disk quota exceeded", "File too large"),
        N_("The disk is full: git could not write the commit."),
        N_("Free some space and run the command again."),
    ),
    _Known(
        "no-identity",
        (
            "Please tell me who you are",
            "empty ident name",
            "auto-detection is disabled",
            "no email was given",
        ),
        N_("Git does not know who you are, and every change is signed with a name."),
        N_(
            'Run: git config --global user.name "Your Name" and git config --global user.email you@example.org'
        ),
    ),
    _Known(
        "signing",
        (
            "failed to sign",
            "user.signingkey",
            "user.signingKey",
            "failed to sign",
            "Couldn't load public key",
        ),
        N_("The commit could not be signed, so it was not made."),
        N_("Check your signing key (git config user.signingkey), or switch commit.gpgsign off."),
    ),
    _Known(
        "hook",
        ("aborted by hook",),
        N_("A hook of this repository (reference-transaction) refused the commit."),
        N_("Do what the hook asks for, then run the command again."),
    ),
    _Known(
        "ignored",
        ("are ignored by one of your .gitignore",),
        N_("Git is told to ignore this file (.gitignore), so it cannot be committed."),
        N_("Take the line out of .gitignore that hides it: git check-ignore -v FILE shows which one."),
    ),
    _Known(
        "partial",
        ("from promisor remote", "lazy fetching disabled"),
        N_("This is a partial clone (--filter): contents that the history is made of were left behind."),
        N_("Fetch them all: git fetch --refetch --no-filter"),
    ),
    _Known(
        "damaged",
        (
            "is corrupt",
            "corrupt loose object",
            "object file",
            "bad object",
            "broken ref",
            "reference broken",
            "unable to read tree",
            "inflate: ",
            "hash mismatch",
            "missing object",
            "index file corrupt",
            "bad index file",
            ": bad file",
            "could not parse HEAD",
        ),
        N_("The git repository is damaged: something that it kept cannot be read."),
        N_("Run: git fsck --full. Then fetch the repository again, or take it from a backup."),
    ),
    _Known(
        "read-only",
        ("Read-only file system", "Permission denied", "insufficient permission"),
        N_("Git may not write here."),
        N_("Ask whoever owns the folder for the right to write into its .git folder."),
    ),
    _Known(
        "nothing",
        ("nothing to commit", "nothing added to commit", "no changes added to commit"),
        N_("There is nothing to commit: the file is as it was at the last commit."),
        "",
    ),
    _Known(
        "half-way",
        ("cannot do a partial commit during",),
        N_("A merge or another operation of git's is half-way."),
        N_("Finish it or give it up (git status says how), then run the command again."),
    ),
    _Known(
        "no-work-tree",
        ("must be run in a work tree",),
        N_("This is a bare git repository: it holds history but no files to work on."),
        N_("Clone it, and work in the clone."),
    ),
)
