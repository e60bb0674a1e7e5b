"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    import atexit
    import gc

    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)

    from hundredday.app import app

    app(prog_name="hundredday")


if __name__ == "__main__":
    main()
