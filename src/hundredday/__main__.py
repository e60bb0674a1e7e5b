"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations

import os
import sys

from hundredday.process import leave_at_once, start_lightly


def main() -> None:
    """Run the command line, or answer a shell that asks for words to complete."""
    start_lightly()
    try:
        if "_HUNDREDDAY_COMPLETE" in os.environ:
            _complete()
        else:
            _run()
    except SystemExit as ended:
        leave_at_once(ended.code)
        raise


def _complete() -> None:
    from hundredday.commands.words import complete

    complete(sys.argv[1:])
    sys.exit(0)


def _run() -> None:
    from hundredday.app import app

    app(prog_name="hundredday")


if __name__ == "__main__":
    main()
