"""The desk a command works at: open a challenge, change it, say what happened."""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hundredday.days import read_day, today_in
from hundredday.desk.terminal.saying import say
from hundredday.desk.terminal.streams import escape_letters
from hundredday.errors import Failure, WrongUsage
from hundredday.harmless import harmless_json
from hundredday.language import _, speak, speaking, spoken
from hundredday.store.folder import ChallengeFile, Folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date

    import typer

    from hundredday.challenge import Challenge
    from hundredday.desk.given import Given
    from hundredday.git import Repository
    from hundredday.git.running import Begun
    from hundredday.programme import Accelerator
    from hundredday.store.records import Record

Words = TypeVar("Words")


class Desk:
    """What a command works at. Nothing is read before it is asked for."""

    def __init__(self, given: Given, folder: Folder) -> None:
        self.given = given
        self.folder = folder
        self.author: str | None = None
        """Who the commits are by, `NAME <ADDRESS>`, once git was asked."""
        self.was_ready: float | None = None
        """When git said that it can commit here, by the clock that never goes back."""
        self._found: dict[str, ChallengeFile] = {}
        self.begun: dict[tuple[str, str], Begun] = {}
        """What git is listing already, by the path of a challenge and the commit up to which."""
        self._meanwhile: Callable[[Desk], None] | None = None

    @classmethod
    def of(cls, ctx: typer.Context, meanwhile: Callable[[Desk], None] | None = None) -> Desk:
        """The desk of a command.

        Args:
            ctx: of the command.
            meanwhile: begins what can go on beside, when the settings have to be read anew.

        Raises:
            NotAnAccelerator: there is no accelerator here or above.
        """
        given: Given = ctx.obj
        desk = cls(given, Folder.find(given.directory or Path.cwd()))
        desk._meanwhile = meanwhile
        ctx.call_on_close(desk._drop_begun)
        if given.language is None:
            desk._speak()
        note = desk.folder.note_path
        if note.exists():
            from hundredday.desk.recovering import mention

            # At the end: by then a command that writes has settled it.
            ctx.call_on_close(lambda: mention(desk, note))
        return desk

    @cached_property
    def accelerator(self) -> Accelerator:
        """accelerator.yaml, or every default where there is none.

        Raises:
            BadFile: it cannot be read.
        """
        from hundredday.desk.accelerator import read_accelerator

        begin = self._meanwhile
        meanwhile = (lambda: begin(self)) if begin else None
        return read_accelerator(self.folder, caches=self.given.caches, meanwhile=meanwhile)

    def _drop_begun(self) -> None:
        for begun in self.begun.values():
            begun.drop()

    def _speak(self) -> None:
        """Speak the accelerator's language; a file that cannot be read is said by whoever needs it."""
        if language := self._language:
            speak(language)

    def writing(self) -> AbstractContextManager[None]:
        """While commit messages are made: they are in the accelerator's language, whoever types.

        In a merge accelerator.yaml may be what is open: then they are in English.
        """
        return speaking(self._language or "en")

    def written(self, said: Words, make: Callable[[], Words]) -> Words:
        """What is said here, as commit messages have it: the same where both languages are one."""
        if spoken() == (self._language or "en"):
            return said
        with self.writing():
            return make()

    @property
    def _language(self) -> str | None:
        try:
            return self.accelerator.language
        except Failure:
            return None

    @cached_property
    def today(self) -> date:
        """The day it is in the accelerator's time zone, or the day that was given."""
        now = today_in(self.accelerator.timezone)
        return read_day(self.given.today, today=now) if self.given.today else now

    @cached_property
    def repository(self) -> Repository | None:
        """The git repository that the folder lies in, if any."""
        from hundredday.git import Repository

        return Repository.around(self.folder.root)

    def find(self, beginning: str) -> ChallengeFile:
        """The file of a challenge, by its id or any unique beginning of it; looked for once in a run.

        Commands that ask a person look it up first: an unknown id is said before any question.

        Raises:
            UnknownId, AmbiguousId: with the nearest ids.
        """
        if beginning not in self._found:
            self._found[beginning] = self.folder.path_of(beginning)
        return self._found[beginning]

    def open(self, beginning: str) -> tuple[ChallengeFile, Record]:
        """A challenge to look at.

        Raises:
            BadFile: the file cannot be read as a challenge.
        """
        from hundredday.desk.opening import read_file

        file = self.find(beginning)
        return file, read_file(self.folder, file)

    def change(self, beginning: str, act: Callable[[Challenge], Challenge]) -> Challenge:
        """Change one challenge, commit it, and say what happened and what comes next.

        Raises:
            Failure: nothing was changed, and why.
        """
        from hundredday.desk.changing import change

        return change(self, self.find(beginning), act)

    def day(self, text: str | None, challenge: Challenge | None = None) -> date:
        """The day a person typed, today when none was."""
        if text is None:
            return self.today
        # The front door has put the minus sign of typography before a number: “-3” is no option.
        plain = text.replace("\N{MINUS SIGN}", "-")
        return read_day(plain, today=self.today, start=challenge.start if challenge else None)

    def past_day(self, text: str | None, challenge: Challenge | None = None) -> date:
        """The day on which something happened, today when none was typed.

        Raises:
            WrongUsage: the day lies ahead, and what has not happened cannot be written down.
        """
        day = self.day(text, challenge)
        if day > self.today:
            raise WrongUsage(
                _("{day} lies ahead; today is {today}.").format(day=day, today=self.today),
                _("Write it down when it has happened."),
            )
        return day

    def maybe_day(self, text: str | None, challenge: Challenge | None = None) -> date | None:
        """The day a person typed, None when none was."""
        return None if text is None else self.day(text, challenge)

    def say(self, text: str) -> None:
        """A result, on standard output."""
        say(text)

    def hint(self, text: str) -> None:
        """What comes next, or is worth knowing: on standard error, unless --quiet."""
        if text and not self.given.quiet:
            say(text, to_errors=True)

    def draw(self, renderable: object) -> None:
        """A view, on standard output."""
        from hundredday.desk.terminal.screen import draw

        draw(renderable, self.given)

    def print_json(self, plain: object) -> None:
        """One JSON document on standard output."""
        import json

        escape_letters()
        sys.stdout.write(harmless_json(json.dumps(plain, ensure_ascii=False, indent=2)) + "\n")
