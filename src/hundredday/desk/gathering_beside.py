"""Gathering what the pages tell of training intakes and partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hundredday.desk.desk import Desk
    from hundredday.history.timeline import Entry
    from hundredday.outlook.exchange import PartnerStanding
    from hundredday.outlook.people import Role
    from hundredday.outlook.standing import Standing
    from hundredday.pages.beside import Beside
    from hundredday.problems import Problems
    from hundredday.programme.soundness import Challenges
    from hundredday.programme.training import Intake
    from hundredday.store.registers import RegisterFile


class StandsBeside(NamedTuple):
    """The intakes and partners as their files say, who is trained in them, and what happened to them."""

    intakes: Sequence[tuple[RegisterFile, Intake]]
    partners: Sequence[PartnerStanding]
    trainees: Sequence[Role]
    story: Sequence[Entry]
    challenges: Challenges

    def beside(self, standings: Mapping[str, Standing]) -> Beside:
        """Where they stand among the challenges."""
        from hundredday.outlook.training import intake_standing
        from hundredday.pages.beside import Beside

        intakes = [
            intake_standing(file.id, file.path, intake, standings, self.challenges)
            for file, intake in self.intakes
        ]
        return Beside(intakes, self.partners, standings, self.story)


def stand_beside(desk: Desk, head: str | None, problems: Problems) -> StandsBeside | None:
    """What the files of intakes and partners say, and their story up to a commit; None where there is no file.

    What cannot be read is added to the problems.
    """
    from hundredday.store.walking import FOLDERS

    if not any(desk.folder.files_beside(kind) for kind in FOLDERS):
        return None
    from hundredday.desk.past.beside import told_beside
    from hundredday.desk.registers.kinds import intakes, known_challenges, partners, read_every
    from hundredday.outlook.exchange import PartnerStanding
    from hundredday.outlook.people import trainees_in

    challenges = known_challenges(desk)
    trained = [(file, one.meaning) for file, one in read_every(desk, intakes(), challenges, problems)]
    return StandsBeside(
        trained,
        [
            PartnerStanding(file.id, file.path, one.meaning)
            for file, one in read_every(desk, partners(), challenges, problems)
        ],
        [role for file, intake in trained for role in trainees_in(file.id, file.path, intake)],
        told_beside(desk, desk.repository, head) if desk.repository else [],
        challenges,
    )
