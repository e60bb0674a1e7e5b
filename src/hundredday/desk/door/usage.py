"""What is wrong with the words of a command line, in our own words: no sentence of Typer is read or shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hundredday.desk.door.anywhere import ANYWHERE
from hundredday.desk.door.speaking_help import one_paragraph
from hundredday.desk.given import TYPED, WORDS
from hundredday.errors import WrongUsage
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.language.listing import either
from hundredday.nearest import LOOSE, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence


def speak_here(ctx: Any) -> None:
    """Speak as a command would that begins its work: in the language asked for, else the accelerator's."""
    from hundredday.desk.door.glancing import speak_of

    directory = ctx.find_root().params.get("directory")
    speak_of(ctx.meta.get(TYPED, ()), str(directory) if directory else None)


def refusal_of(error: Any, front: Any) -> WrongUsage:
    """What one of Typer's errors says, told from its parts."""
    speak_here(front)
    tell = {
        "NoSuchOption": _no_such_option,
        "MissingParameter": _missing,
        "BadOptionUsage": _with_or_without_value,
        "BadParameter": _bad_value,
    }.get(type(error).__name__)
    return (
        tell(error) if tell and error.ctx else WrongUsage(one_line(error.format_message()), _see_help(front))
    )


def too_many(ctx: Any, rest: Sequence[str]) -> WrongUsage:
    """The refusal of words for which a command has no place; often a text that stands without quotes."""
    speak_here(ctx)
    text = _("There is no place for “{words}” in: {usage}").format(words=" ".join(rest), usage=usage_of(ctx))
    last = [one for one in ctx.command.params if one.param_type_name == "argument"][-1:]
    typed = ctx.params.get(last[0].name) if last else None
    if not isinstance(typed, str):
        return WrongUsage(text, _see_help(ctx))
    together = " ".join([typed, *rest]).replace('"', "”")
    return WrongUsage(text, _("Several words stand in quotes: {words}").format(words=f'"{together}"'))


def usage_of(ctx: Any) -> str:
    """A command with its arguments, as it is typed."""
    arguments = (name_of(one) for one in ctx.command.params if one.param_type_name == "argument")
    return " ".join([ctx.command_path, *arguments])


def name_of(param: Any) -> str:
    """An option by its long name; an argument as the usage names it, in brackets where it can be left out."""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    name = param.metavar or "|".join(getattr(param.type, "choices", ())) or param.name.upper()
    return name if param.required or "[" in name else f"[{name}]"


def _no_such_option(error: Any) -> WrongUsage:
    params = (*error.ctx.command.params, *error.ctx.find_root().command.params)
    known = [name for param in params for name in param.opts if name.startswith("--")]
    known = [name for name in known if name in ANYWHERE or error.ctx.parent is None or name in _own(error)]
    text = _("{command} has no option {option}.").format(
        command=error.ctx.command_path, option=one_line(error.option_name)
    )
    near = nearest(error.option_name, [*known, "--help"], cutoff=LOOSE)
    return WrongUsage(text, did_you_mean(near, _see_help(error.ctx)))


def _own(error: Any) -> set[str]:
    return {name for param in error.ctx.command.params for name in param.opts}


def _missing(error: Any) -> WrongUsage:
    name, usage = name_of(error.param), usage_of(error.ctx)
    if error.param.param_type_name == "option":
        usage = f"{usage} {name} {error.param.metavar or 'VALUE'}"
    return WrongUsage(_("{name} is missing in: {usage}").format(name=name, usage=usage), told(error.param))


def _with_or_without_value(error: Any) -> WrongUsage:
    params = (param for param in error.ctx.command.params if error.option_name in param.opts)
    param = next(params, None)
    if param is None or getattr(param, "is_flag", False):
        text = _("{option} takes no value.").format(option=error.option_name)
        return WrongUsage(text, _("Write {wanted}.").format(wanted=error.option_name))
    text = _("{option} needs a value behind it.").format(
        option=f"{error.option_name} {param.metavar or 'VALUE'}"
    )
    return WrongUsage(text, told(param))


def _bad_value(error: Any) -> WrongUsage:
    value = _typed(error.ctx, error.param)
    if error.param.param_type_name == "option":
        text = _("{name} cannot be “{value}”.").format(name=name_of(error.param), value=one_line(value))
    else:
        text = _("“{value}” does not belong in: {usage}").format(
            value=one_line(value), usage=usage_of(error.ctx)
        )
    choices = tuple(getattr(error.param.type, "choices", ()))
    if choices:
        return WrongUsage(text, did_you_mean(nearest(value, choices), _write(either(choices))))
    return WrongUsage(text, _number(error.param.type) or told(error.param))


def _number(wanted: Any) -> str:
    """The sentence for a number that belongs here; nothing where none does."""
    kind = type(wanted).__name__
    if not kind.startswith(("Int", "Float")):
        return ""
    lowest, highest = getattr(wanted, "min", None), getattr(wanted, "max", None)
    name = _("a whole number") if kind.startswith("Int") else _("a number")
    if lowest is None:
        return _write(name)
    if highest is None:
        return _write(_("{number}, {lowest:g} or more").format(number=name, lowest=lowest))
    return _write(
        _("{number} from {lowest:g} to {highest:g}").format(number=name, lowest=lowest, highest=highest)
    )


def _typed(ctx: Any, param: Any) -> str:
    """What was typed for a parameter; from the environment where nothing was."""
    given = ctx.command.make_parser(ctx).parse_args(args=list(ctx.meta.get(WORDS, ())))[0].get(param.name)
    if not isinstance(given, str | list | tuple):
        given = param.value_from_envvar(ctx)
    return given if isinstance(given, str) else " ".join(map(str, given or ()))


def _write(wanted: str) -> str:
    return _("Write {wanted}.").format(wanted=wanted)


def _see_help(ctx: Any) -> str:
    return _("See {command}.").format(command=f"{ctx.command_path} --help")


def told(param: Any) -> str:
    """What a parameter is, as its line in the help says."""
    return f"{name_of(param)}: {_(one_paragraph(param.help or ''))}"
