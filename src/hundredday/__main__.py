"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    import atexit
    import gc
    import os
    import sys

    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    # Else pydantic asks every package that is installed beside us whether it wants to take part.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    if "_HUNDREDDAY_COMPLETE" in os.environ:
        from hundredday.commands.words import complete

        complete(sys.argv[1:])
        return

    from hundredday.app import app

    app(prog_name="hundredday")


if __name__ == "__main__":
    main()
