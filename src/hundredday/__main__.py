"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line, or answer a shell that asks for words to complete."""
    try:
        _main()
    except KeyboardInterrupt:
        # Typer hears it while a command runs; here the program is still being loaded, and nothing has begun.
        sys.exit(_INTERRUPTED)


_INTERRUPTED = 130
"""As `ExitCode` has it, which may not be loaded yet."""


def _main() -> None:
    from hundredday.desk.terminal.streams import ended, open_streams
    from hundredday.process import leave_at_once, start_lightly

    start_lightly()
    open_streams()
    try:
        if "_HUNDREDDAY_COMPLETE" in os.environ:
            _complete()
        else:
            _run()
    except SystemExit as done:
        code = ended(done.code) if isinstance(done.code, int) else done.code
        leave_at_once(code)
        raise SystemExit(code) from None


def _complete() -> None:
    from hundredday.commands.words import complete

    complete(sys.argv[1:])
    sys.exit(0)


def _run() -> None:
    from hundredday.app import app

    app(prog_name="hundredday")


if __name__ == "__main__":
    main()
