"""The process of a command: it starts with what it needs, and ends when nothing is left to do.

All of this is for speed, and a command does the same without it; docs/performance.md has the figures.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from types import ModuleType


def start_lightly() -> None:
    """Put off, or leave out, what other programs do at their start and a command hardly ever needs."""
    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    for name in _HARDLY_NEEDED:
        sys.modules.setdefault(name, _Later(name))
    # Else pydantic asks every package that is installed beside us whether it wants to take part.
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        sys.modules.setdefault(_NoPlugins.NAME, _NoPlugins(_NoPlugins.NAME))


def leave_at_once(code: object) -> None:
    """End the process with an exit code where nothing is left to do; else return, and Python ends as it always does."""
    # To take every module apart is a twelfth of the time of `record`, and the system frees what is left.
    threading = sys.modules.get("threading")
    if not isinstance(code, int) or (threading and threading.active_count() > 1):
        return
    atexit._run_exitfuncs()  # noqa: SLF001 (the only way to run them, which multiprocessing takes too)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):  # no streams, or nobody at their other end
        return
    os._exit(code)


_HARDLY_NEEDED = (
    *("base64", "bz2", "ipaddress", "linecache", "locale", "lzma", "secrets", "shlex", "signal"),
    *("textwrap", "tokenize", "unicodedata"),
)
"""Modules of Python's own that are imported for what hardly any command does; `secrets` starts OpenSSL."""


class _Later(ModuleType):
    """Stands for a module that is loaded when something of it is used.

    What `importlib.util.LazyLoader` puts off is loaded by the next `import` already, which asks for its `__spec__`.
    """

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        found = getattr(import_module(self.__name__), name)
        setattr(self, name, found)
        return found


class _NoPlugins(_Later):
    """Stands for the finder of pydantic's plugins: that reads all packages' papers, only to be told to find none."""

    NAME = "pydantic.plugin._loader"

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()
