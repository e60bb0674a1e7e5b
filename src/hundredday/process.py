"""The process of a command: it starts with what it needs, and ends when nothing is left to do.

All of this is for speed, and a command does the same without it; docs/performance.md has the figures.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.abc import Loader
    from importlib.machinery import ModuleSpec


def start_lightly() -> None:
    """Put off, or leave out, what other programs do at their start and a command hardly ever needs."""
    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    for name in _HARDLY_NEEDED:
        sys.modules.setdefault(name, _Later(name))
    sys.meta_path.insert(0, _PlainlyTyped())
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


class _PlainlyTyped:
    """Finds the module in which pydantic describes its schemas, and has its many typed dicts made as plain classes.

    Only type checkers read what they say, and Python compiles each of their annotations to be able to tell.
    """

    NAME = "pydantic_core.core_schema"

    def __init__(self) -> None:
        self._loader: Loader | None = None

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module as anybody would find it, to be loaded by us; None for all others."""
        del path, target
        if name != self.NAME:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        if spec and spec.loader:
            self._loader, spec.loader = spec.loader, self  # type: ignore[assignment]
        return spec

    @staticmethod
    def create_module(spec: ModuleSpec) -> None:
        """As usual."""
        del spec

    def exec_module(self, module: ModuleType) -> None:
        """Run it with plain classes, or as it is where that fails: another pydantic, which makes more of them."""
        import typing

        import typing_extensions

        assert self._loader is not None
        holders = [vars(typing), vars(typing_extensions)]
        known = [holder["TypedDict"] for holder in holders]
        try:
            for holder in holders:
                holder["TypedDict"] = _Plain
            self._loader.exec_module(module)
        except Exception:  # noqa: BLE001 - whatever it is, it is no matter of the user's
            is_done = False
        else:
            is_done = True
        finally:
            for holder, one in zip(holders, known, strict=True):
                holder["TypedDict"] = one
        if not is_done:
            self._loader.exec_module(module)


class _Plain(dict[str, object]):
    """Stands for a typed dict that nobody looks into."""

    def __init_subclass__(cls, *, total: bool = True) -> None:
        del total
        super().__init_subclass__()
