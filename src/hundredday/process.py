"""The process of a command: it starts with what it needs, and ends when nothing is left to do.

All of this is for speed, and a command does the same without it; docs/performance.md has the figures.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def start_lightly() -> None:
    """Put off, or leave out, what other programs do at their start and a command hardly ever needs."""
    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    # Else pydantic asks every package that is installed beside us whether it wants to take part.
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        sys.modules.setdefault(_NoPlugins.NAME, _NoPlugins(_NoPlugins.NAME))
    # Pydantic imports these two for types that no file of ours has; the first starts OpenSSL.
    _load_when_used("secrets", "base64")


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


def _load_when_used(*names: str) -> None:
    """Put off the loading of modules of the standard library to their first use, as `importlib` describes it."""
    for name in names:
        spec = None if name in sys.modules else find_spec(name)
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
            sys.modules[name] = module = module_from_spec(spec)
            spec.loader.exec_module(module)


class _NoPlugins(ModuleType):
    """Stands for the finder of pydantic's plugins: that reads all packages' papers, only to be told to find none."""

    NAME = "pydantic.plugin._loader"

    @staticmethod
    def get_plugins() -> tuple[()]:
        return ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        # Another pydantic, which asks it for more.
        del sys.modules[self.NAME]
        return getattr(import_module(self.NAME), name)
