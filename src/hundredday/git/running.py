"""Git as a process: how it is started, and what it may run while it works for us."""

from __future__ import annotations

import errno
import os
import subprocess
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from hundredday.git.failing import GitFailed, explain
from hundredday.git.listing import Parts, hear
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hundredday.git.waiting import Waiting


class Answer(NamedTuple):
    """What git said: `arguments` without our safety flags, `stderr` decoded with errors replaced."""

    arguments: tuple[str, ...]
    code: int
    stdout: bytes
    stderr: str

    @property
    def text(self) -> str:
        """The output as text, without its last line end."""
        return self.stdout.decode("utf-8", "replace").removesuffix("\n")


def read(folder: Path, *arguments: str, content: bytes = b"") -> Answer:
    """Ask git something; only commands that run no other program may be asked.

    In a folder made by a stranger these were measured to start nothing with our flags: rev-parse,
    rev-list, cat-file, for-each-ref, log --raw, ls-files, ls-tree, diff-tree, diff-index, fsck,
    symbolic-ref, check-attr, config --get, var. Not so: status, diff, log -p, hash-object.
    `content` is what it reads on its standard input.

    Raises:
        GitFailed: git ended with anything but 0.
    """
    answer = attempt(folder, *arguments, content=content)
    if answer.code != 0:
        raise explain(arguments, answer.stderr)
    return answer


class Begun:
    """A reading command at work while we do something else."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._arguments = arguments
        self._process = _started([*_reading(folder), *arguments])

    def parts(self) -> list[bytes]:
        """What it listed, with zeros between; of texts behind a mark (`listing.TEXT`) their beginnings.

        Raises:
            GitFailed: git ended with anything but 0.
        """
        found = Parts()
        with self._process as process:
            said = hear(process, found.take)
        if process.returncode != 0:
            raise explain(self._arguments, said.decode("utf-8", "replace"))
        return found.all()

    def drop(self) -> None:
        """End it: nobody asks for its answer."""
        self._process.kill()
        self._process.communicate()


def attempt(folder: Path, *arguments: str, content: bytes = b"") -> Answer:
    """As `read`, but a refusal is an answer too."""
    return _run(_reading(folder), arguments, content, _environment(_QUIET))


def write(
    folder: Path,
    *arguments: str,
    content: bytes = b"",
    settings: Mapping[str, str] | None = None,
    keep: tuple[str, ...] = (),
    waiting: Waiting | None = None,
) -> Answer:
    """Let git change something; hooks, filters and signing are the user's and are respected.

    What it writes (objects, references, the index) is on the disk when it says so.

    Args:
        folder: where git works.
        arguments: what it is asked.
        content: what it reads on its standard input.
        settings: variables of the environment for this one run (dates, mostly).
        keep: beginnings of names of git's variables that hold for this run as the person set them.
        waiting: what is said where others have to answer first and do not.
    """
    environment = _environment({"GIT_TERMINAL_PROMPT": "0", **(settings or {})}, keep=_WHO + keep)
    return _run([_git(), *_WRITING, "-C", str(folder)], arguments, content, environment, waiting)


@contextmanager
def conversation(folder: Path, *arguments: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """A reading command that stays: what we write to it, and what it answers.

    Raises:
        GitFailed: on the way out, when git gave up in the middle (`EOFError` inside says so).
    """
    with _started([*_reading(folder), *arguments], stdin=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        try:
            yield process.stdin, process.stdout
        except (EOFError, BrokenPipeError) as error:
            said = process.stderr.read().decode("utf-8", "replace")
            raise explain(arguments, said) from error
        finally:
            with suppress(BrokenPipeError):
                process.stdin.close()


def _started(command: list[str], stdin: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - a list, no shell, and the program is git
            command,
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(_QUIET),
        )
    except OSError as error:
        raise _no_start(error, tuple(command)) from error


def _no_start(error: OSError, arguments: tuple[str, ...]) -> GitFailed:
    # What is no program counts as none; where only its start failed, the folder is in git all the same.
    is_none = error.errno in {errno.ENOENT, errno.EACCES, errno.ENOEXEC}
    return GitFailed(
        _("Git could not be started: {why}.").format(why=error.strerror),
        _("Check that git is installed and may be run."),
        code="no-git" if is_none else "not-started",
        arguments=arguments,
    )


def _run(
    command: list[str],
    arguments: tuple[str, ...],
    content: bytes,
    environment: dict[str, str],
    waiting: Waiting | None = None,
) -> Answer:
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, no shell, and the program is git
            [*command, *arguments], stdin=pipe, stdout=pipe, stderr=pipe, env=environment
        )
    except OSError as error:
        raise _no_start(error, arguments) from error
    with process:
        try:
            if waiting is None:
                out, said = process.communicate(content)
            else:
                from hundredday.git.waiting import ended

                out, said = ended(process, content, waiting)
        except BaseException:  # such as Ctrl-C: git does not go on alone
            process.kill()
            raise
    return Answer(arguments, process.returncode, out, said.decode("utf-8", "replace"))


def _reading(folder: Path) -> list[str]:
    return [_git(), *_SAFE, "-C", str(folder)]


def _git() -> str:
    found = _program(os.environ.get("PATH", os.defpath))
    if found is None:
        raise GitFailed(
            _("Git is not installed, or not on the PATH."),
            _("Install it from https://git-scm.com"),
            code="no-git",
        )
    return found


@cache
def _program(path: str) -> str | None:
    # By hand, because Windows and an empty PATH entry look into the current folder first, which
    # may be a stranger's.
    name = "git.exe" if os.name == "nt" else "git"
    for entry in path.split(os.pathsep):
        candidate = Path(entry) / name
        # Access first: to ask about a file in a folder that may not be entered is an error.
        if entry and candidate.is_absolute() and os.access(candidate, os.X_OK) and candidate.is_file():
            return str(candidate)
    return None


def _environment(settings: Mapping[str, str], keep: tuple[str, ...] = ()) -> dict[str, str]:
    # What a caller's git has set (inside a hook, say) would lead ours to another repository.
    # LANGUAGE would translate the messages that `failing` knows, whatever LC_ALL says.
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "LANGUAGE" and (not name.upper().startswith("GIT_") or name.startswith(keep or ("\0",)))
    }
    return {**kept, "LC_ALL": "C.UTF-8", **settings}


_WHO = ("GIT_AUTHOR_", "GIT_COMMITTER_")
_QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    # protocol.allow=never yields to a stranger's protocol.ext.allow=always, with which a missing
    # object starts a program, and older git does not know GIT_NO_LAZY_FETCH. This holds everywhere.
    "GIT_ALLOW_PROTOCOL": "none",
}
FLUSHED = ("-c", "core.fsync=all")
"""Left alone, git does not flush a single object: not even the empty one that `add --intent-to-add` makes."""
_WRITING = ("--no-pager", "--literal-pathspecs", *FLUSHED)
_SAFE = (
    "--no-pager",
    "--no-replace-objects",  # replaced objects would show another history than the one committed
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.mailmap=false"),  # a mailmap.file that is a pipe or a device would be read to its end
    *("-c", "core.bigFileThreshold=4m"),  # larger contents come as a stream, and are not held in memory
    *("-c", "diff.external="),
    *("-c", "core.alternateRefsCommand=true"),
    *("-c", "protocol.allow=never"),
)
