"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from hundredday.app import app

    app(prog_name="hundredday")


if __name__ == "__main__":
    main()
