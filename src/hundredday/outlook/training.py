"""Where training intakes stand: attendance, projects, graduates, and who may coach the next challenge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hundredday.challenge.people import folded
from hundredday.programme.soundness import still_needed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hundredday.outlook.standing import Standing
    from hundredday.programme.soundness import Challenges
    from hundredday.programme.training import Intake, Participant


@dataclass(frozen=True, slots=True)
class Taking:
    """One participant: the project as it stands (None where there is none), and what is still lacking."""

    participant: Participant
    project: Standing | None
    is_finished: bool
    lacks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IntakeStanding:
    """One intake: everybody in it, and how many attended each module."""

    id: str
    path: str
    intake: Intake
    takings: tuple[Taking, ...]

    @property
    def attendance(self) -> dict[str, int]:
        """How many attended each module, by its key."""
        return {
            key: sum(key in one.participant.attended for one in self.takings) for key in self.intake.modules
        }

    @property
    def counts(self) -> dict[str, int]:
        """How many take part, and how far they are."""
        people = [one.participant for one in self.takings]
        projects = {one.participant.project for one in self.takings if one.participant.project}
        finished = {one.participant.project for one in self.takings if one.is_finished}
        return {
            "participants": len(people),
            "enrolled": sum(one.is_enrolled for one in people),
            "graduated": sum(one.has_graduated for one in people),
            "left": sum(one.status == "left" for one in people),
            "ready": sum(one.participant.is_enrolled and not one.lacks for one in self.takings),
            "projects": len(projects),
            "projects_closed": len(finished),
        }


@dataclass(frozen=True, slots=True)
class MayCoach:
    """A graduate, and the challenges in Acceleration that they work on now."""

    participant: Participant
    intake: str
    busy_on: tuple[str, ...]


def intake_standing(
    id: str, path: str, intake: Intake, standings: Mapping[str, Standing], challenges: Challenges
) -> IntakeStanding:
    """Where an intake stands; `standings` are all challenges by their ids."""
    return IntakeStanding(
        id,
        path,
        intake,
        tuple(
            Taking(
                one,
                standings.get(one.project or ""),
                one.project in standings and challenges.is_completed(str(one.project)),
                tuple(still_needed(intake, one, challenges)) if one.is_enrolled else (),
            )
            for one in intake.participants
        ),
    )


def who_may_coach(intakes: tuple[IntakeStanding, ...], teams: Mapping[str, set[str]]) -> tuple[MayCoach, ...]:
    """Every graduate once, those with time first; `teams` are the names on each running team, folded."""
    found: dict[str, MayCoach] = {}
    for intake in intakes:
        for one in intake.takings:
            name = folded(one.participant.name)
            if one.participant.has_graduated and name not in found:
                busy = tuple(sorted(id_ for id_, team in teams.items() if name in team))
                found[name] = MayCoach(one.participant, intake.id, busy)
    return tuple(sorted(found.values(), key=lambda one: bool(one.busy_on)))


def plain_intake(standing: IntakeStanding) -> dict[str, Any]:
    """An intake as `training status --json` prints it."""
    intake, attendance = standing.intake, standing.attendance
    return {
        "id": standing.id,
        "path": standing.path,
        "title": intake.title,
        "topic": intake.topic,
        "provider": intake.provider,
        "host": intake.host,
        "graduates_need": list(intake.graduates_need),
        "counts": standing.counts,
        "modules": [
            {
                "id": key,
                "title": module.title,
                "from": module.from_ and module.from_.isoformat(),
                "to": module.to and module.to.isoformat(),
                "attended": attendance[key],
            }
            for key, module in intake.modules.items()
        ],
        "participants": [_plain_taking(one) for one in standing.takings],
    }


def plain_coach(coach: MayCoach) -> dict[str, Any]:
    """A graduate who may coach, as `training status --json` prints them."""
    one = coach.participant
    return {
        "name": one.name,
        "post": one.post,
        "agency": one.agency,
        "intake": coach.intake,
        "busy_on": list(coach.busy_on),
    }


def _plain_taking(taking: Taking) -> dict[str, Any]:
    one, project = taking.participant, taking.project
    return {
        "name": one.name,
        "post": one.post,
        "agency": one.agency,
        "group": one.group,
        "attended": list(one.attended),
        "project": one.project
        and {
            "id": one.project,
            "title": project and project.title,
            "phase": project and project.phase,
            "health": project and project.health,
            "completed": taking.is_finished,
        },
        "status": one.status or "enrolled",
        "date": one.date and one.date.isoformat(),
        "lacks": list(taking.lacks),
    }
