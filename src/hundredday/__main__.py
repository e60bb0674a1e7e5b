"""The way in: `hundredday` and `python -m hundredday`."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType


def main() -> None:
    """Run the command line."""
    # A command ends before its garbage is worth looking for: a sixth of the time of `status`.
    gc.set_threshold(100_000)
    atexit.register(gc.freeze)
    # Else pydantic asks every package that is installed beside us whether it wants to take part.
    if os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__") == "__all__":
        sys.modules.setdefault(_NoPlugins.NAME, _NoPlugins(_NoPlugins.NAME))
    # Pydantic imports these two for types that no file of ours has; the first starts OpenSSL.
    _load_when_used("secrets", "base64")
    try:
        _run()
    except SystemExit as ended:
        _leave(ended.code)
        raise


def _run() -> None:
    if "_HUNDREDDAY_COMPLETE" in os.environ:
        from hundredday.commands.words import complete

        complete(sys.argv[1:])
        sys.exit(0)

    from hundredday.app import app

    app(prog_name="hundredday")


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


def _leave(code: object) -> None:
    """End at once where nothing is left to do; else Python ends as it always does."""
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


if __name__ == "__main__":
    main()
