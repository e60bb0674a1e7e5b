"""The front door: global options, the lazy table of commands, and the one place where errors are shown."""

import errno
from pathlib import Path
from typing import Annotated, Any

import typer
from typer import core
from typer.core import TyperGroup

from hundredday import __version__, commands
from hundredday.desk.door.anywhere import globals_first
from hundredday.desk.given import TYPED, WORDS, Colour, Given, Tongue
from hundredday.errors import ExitCode, Failure
from hundredday.harmless import one_line
from hundredday.language import _
from hundredday.language.choosing import VARIABLE, asked_for, speak_as_asked
from hundredday.parsing import Verbs, blaming, command_of

REPORT = "https://github.com/hundredday/hundredday/issues"


class Front(TyperGroup):
    """All commands, each imported when it runs; errors of every command are shown here."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return [name for name in dict.fromkeys(commands.NAMES) if name not in commands.HIDDEN]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        del ctx
        if cmd_name not in commands.NAMES:
            return None
        if cmd_name in commands.VERBS:
            return Verbs(name=cmd_name, help=commands.line_of(cmd_name), subcommand_metavar="VERB …")
        return command_of(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name not in commands.NAMES:
            from hundredday.desk.door.nearest import no_such_command

            raise no_such_command(name, self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.meta[TYPED] = tuple(args)
        speak_as_asked(args)
        words = globals_first(args)
        ctx.meta[WORDS] = tuple(words)
        try:
            _refuse_bytes(ctx, args)
            with blaming(ctx):
                return super().parse_args(ctx, words)
        except Exception as error:
            if not _is_usage(error):
                raise
            raise _refused(error, ctx) from error

    def format_help(self, ctx: Any, formatter: Any) -> None:
        from hundredday.desk.door.help import help_text

        del ctx
        formatter.write(help_text(commands.GROUPS, commands.EVERY_DAY, commands.line_of))

    def invoke(self, ctx: Any) -> Any:
        try:
            done = super().invoke(ctx)
        except Failure as failure:
            from hundredday.desk.door.failing import show

            show(failure, ctx.obj or Given())
            raise typer.Exit(failure.exit_code) from failure
        except OSError as error:
            raise _refused_by_system(error, ctx) from error
        except Exception as bug:
            if _is_usage(bug):
                raise _refused(bug, ctx) from bug
            if _is_typers_own(bug):
                raise
            if _is_circle(bug):
                raise _refused_by_system(bug.__context__, ctx) from bug
            from hundredday.desk.door.failing import show_bug

            show_bug(bug, REPORT)
            raise typer.Exit(ExitCode.BUG) from bug
        return done


# Typer's own words, such as “Options”, pass through ours.
setattr(core, "_", _)  # noqa: B010 (mypy knows no such name there)

app = typer.Typer(
    cls=Front,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    no_args_is_help=False,
    add_completion=False,
)


Directory = Annotated[
    Path | None,
    typer.Option("-C", "--directory", metavar="DIR", envvar="HUNDREDDAY_DIR", help="Work in this folder."),
]
Today = Annotated[
    str | None,
    typer.Option(metavar="DATE", envvar="HUNDREDDAY_TODAY", help="What day it is, instead of the clock's."),
]
Lang = Annotated[Tongue | None, typer.Option(envvar=VARIABLE, help="Speak this language.")]


@app.callback()
def front(
    ctx: typer.Context,
    directory: Directory = None,
    today: Today = None,
    lang: Lang = None,
    color: Annotated[Colour, typer.Option(help="Colour in the output.")] = Colour.AUTO,
    no_commit: Annotated[
        bool, typer.Option("--no-commit", help="Change the file and leave the commit to you.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say results and errors only.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every file anew.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Say the version.")] = False,
) -> None:
    """Run a government accelerator's 100-day challenges from YAML files in git."""
    del lang  # found in the words already, before the help could be asked for
    ctx.obj = Given(
        directory,
        today,
        color,
        commits=not no_commit,
        quiet=quiet,
        caches=not no_cache,
        typed=ctx.meta.get(TYPED, ()),
        language=asked_for(ctx.meta.get(TYPED, ())),
    )
    if version:
        typer.echo(f"hundredday {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        from hundredday.desk.door.welcome import welcome

        welcome(ctx)


def _refused(error: Exception, ctx: Any) -> typer.Exit:
    """The end of a command line that cannot be understood, after it has been said why."""
    from hundredday.desk.door.failing import show
    from hundredday.desk.door.usage import refusal_of

    show(refusal_of(error, ctx), ctx.obj or Given())
    return typer.Exit(ExitCode.USAGE)


def _refused_by_system(error: Any, ctx: Any) -> typer.Exit:
    """The end of a command to which the system said no, after it has been said why."""
    from hundredday.desk.door.failing import show, system_said_no

    refusal = system_said_no(error)
    show(refusal, ctx.obj or Given())
    return typer.Exit(refusal.exit_code)


def _is_circle(error: Exception) -> bool:
    """Whether links lead in a circle: before Python 3.13 `resolve` says so in an error of its own."""
    return isinstance(error.__context__, OSError) and error.__context__.errno == errno.ELOOP


def _is_usage(error: Exception) -> bool:
    """Whether Typer complains of the words that were typed."""
    return hasattr(error, "format_message")


def _refuse_bytes(ctx: Any, args: list[str]) -> None:
    """End with wrong usage where a word is no text; file names are any bytes, and git may hand one over."""
    for word in args if args[:1] not in [[name] for name in commands.HIDDEN] else ():
        try:
            word.encode()
        except UnicodeEncodeError:
            ctx.fail(_("“{word}” is not text in UTF-8.").format(word=one_line(word)))


def _is_typers_own(error: Exception) -> bool:
    """Whether Typer raised it to end or to complain, and will show it itself."""
    return type(error).__module__.startswith("typer.")
