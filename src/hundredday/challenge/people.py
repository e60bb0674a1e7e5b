"""People and posts: who sponsors, leads, coaches, owns."""

from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.shape import Part, Text


class Person(Part):
    """Somebody by name, with their post and agency."""

    name: Text | None = None
    """Their name. For example: Dana Omarova"""
    post: Text | None = None
    """Their post. For example: Court registrar"""
    agency: Text | None = None
    """Their agency. For example: Supreme Court"""


class Post(Part):
    """An office rather than a person: whoever holds it next month still owns the result."""

    post: Text | None = None
    """The post. For example: Head of the court administration"""
    agency: Text | None = None
    """Its agency. For example: Supreme Court"""
    name: Text | None = None
    """Who holds it today. For example: Madina Akhmetova"""


def person_words(person: Person | Post) -> str:
    """A person as sentences name them: name, or post and agency where there is no name."""
    return (
        person.name
        or ", ".join(part for part in (person.post, person.agency) if part)
        or _("somebody unnamed")
    )


def read_person(text: str) -> Person:
    """A person as typed: `Name; post; agency`, of which the post and the agency may be left out.

    Raises:
        WrongUsage: there is no name, or more than three parts.
    """
    parts = [part.strip() for part in text.split(";")]
    if not parts[0] or len(parts) > len(Person.model_fields):
        raise WrongUsage(
            _("“{text}” is not a person.").format(text=one_line(text)),
            _('Write "Name; post; agency", such as "Dana Omarova; Court registrar; Supreme Court".'),
        )
    return Person(**{name: part for name, part in zip(Person.model_fields, parts, strict=False) if part})


def folded(name: str) -> str:
    """A name as it is compared: without regard to capitals and spaces."""
    return " ".join(name.casefold().split())


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are of the same person or office; a name that is not stated is nobody's."""
    return one is not None and other is not None and folded(one) == folded(other)
