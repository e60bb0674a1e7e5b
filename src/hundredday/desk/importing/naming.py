"""Which challenge a row of a table names: by its id, the beginning of it, or its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hundredday.challenge.people import folded
from hundredday.desk.opening import read_file
from hundredday.desk.survey import survey
from hundredday.errors import Refused
from hundredday.language import _

if TYPE_CHECKING:
    from hundredday.challenge import Challenge
    from hundredday.desk.desk import Desk
    from hundredday.store.folder import ChallengeFile


class Names:
    """The challenges of a folder as rows may name them, each read once."""

    def __init__(self, desk: Desk, default: str | None = None) -> None:
        """`default` is the challenge of rows that name none.

        Raises:
            UnknownId, AmbiguousId: there is no challenge of that name.
        """
        self.desk = desk
        self.default = desk.find(default).id if default else None
        self._files: dict[str, ChallengeFile] = {file.id: file for file in desk.folder.challenge_files()}
        self._titles: dict[str, str] | None = None
        self._known: dict[str, Challenge] = {}

    def of(self, written: str | None) -> str:
        """The id of the challenge that a row names.

        Raises:
            Refused: it names none, and there is no default.
            UnknownId, AmbiguousId: with the nearest ids.
        """
        named = written or self.default
        if named is None:
            raise Refused(
                _("It is not said which challenge this is of."), _("Fill the cell in, or add --challenge ID.")
            )
        if named in self._files:
            return named
        if self._titles is None:
            self._titles = {folded(one.title): one.id for one in survey(self.desk).standings}
        return self._titles.get(folded(named)) or self.desk.find(named).id

    def read(self, name: str) -> Challenge:
        """The challenge as its file says it.

        Raises:
            Failure: the file cannot be read.
        """
        if name not in self._known:
            self._known[name] = read_file(self.desk.folder, self._files[name]).challenge
        return self._known[name]
