"""How the words behind a command become its arguments and options, and what is said when they cannot."""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup
from typer.main import get_command_from_info
from typer.models import CommandInfo

from hundredday import commands
from hundredday.desk.door.speaking_help import translated
from hundredday.desk.given import WORDS
from hundredday.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator


def command_of(name: str) -> Any:
    """The command of a name as typed, such as `status` or `training new`."""
    info = CommandInfo(name=name.rsplit(maxsplit=1)[-1], cls=Command, callback=commands.function_of(name))
    return translated(get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None))


@contextmanager
def blaming(ctx: Any) -> Iterator[None]:
    """Note in each complaint of Typer which command it is about; it leaves that out of some."""
    try:
        yield
    except Exception as error:
        if getattr(error, "ctx", ctx) is None:
            error.ctx = ctx  # type: ignore[attr-defined]  # Typer's errors have it
        raise


class Command(TyperCommand):
    """A command that takes negative numbers as values, and asks on a terminal for arguments that are missing."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        # “-3” would be read as an option; the minus sign of typography says the same and is not.
        valued = {
            name for param in self.params for name in param.opts if not getattr(param, "is_flag", False)
        }
        signed = [
            arg if before in valued else re.sub(r"^-(?=[\d.,]+%?$)", "\N{MINUS SIGN}", arg)
            for before, arg in zip(["", *args], args, strict=False)
        ]
        ctx.meta[WORDS] = tuple(signed)
        ctx.allow_extra_args = True
        try:
            with blaming(ctx):
                rest = super().parse_args(ctx, signed)
        except Exception as error:
            from hundredday.desk.door.missing import words_for

            answer = words_for(error, ctx)
            if answer is None:
                raise
            return self.parse_args(ctx, [*args, *answer])
        if rest and not ctx.resilient_parsing:
            from hundredday.desk.door.usage import too_many

            raise too_many(ctx, rest)
        return rest

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _("Show this message and exit.")
        return option

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        prefix = _("Usage: {command}").format(command="")
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        from hundredday.desk.door.usage import name_of

        del ctx
        return [_("[OPTIONS]"), *(name_of(one) for one in self.params if one.param_type_name == "argument")]


class Verbs(TyperGroup):
    """A command of several verbs, each imported when it runs; without a verb it shows its status."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(commands.VERBS[str(self.name)])

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        return command_of(f"{self.name} {cmd_name}") if cmd_name in commands.VERBS[str(self.name)] else None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = [commands.DEFAULT_VERB[str(self.name)], *args]
        elif self._is_name(args[0]):
            args = [commands.VERB_OF_A_NAME[str(self.name)], *args]
        return super().parse_args(ctx, args)

    def _is_name(self, word: str) -> bool:
        """Whether a word can only be the name of something: it is no option, and no verb is meant."""
        from hundredday.desk.door.nearest import is_near

        name = str(self.name)
        is_asked = name in commands.VERB_OF_A_NAME and not word.startswith("-")
        return is_asked and not is_near(word, commands.VERBS[name])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args[0] not in commands.VERBS[str(self.name)]:
            from hundredday.desk.door.nearest import no_such_verb

            raise no_such_verb(str(self.name), args[0], commands.VERBS[str(self.name)], ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from hundredday.desk.door.help import verbs_text

        del ctx
        name = str(self.name)
        defaults = commands.DEFAULT_VERB[name], commands.VERB_OF_A_NAME.get(name)
        formatter.write(verbs_text(name, commands.VERBS[name], commands.line_of, *defaults))
