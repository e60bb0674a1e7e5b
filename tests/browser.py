"""A real Chromium, driven over its own protocol: what it complains of, what it fetches, what it shows."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import axe_core_python
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from websockets.sync.connection import Connection

PHONE, DESK = 360, 1280
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
AXE = Path(axe_core_python.__file__).with_name("axe.min.js")


@dataclass(slots=True)
class Visit:
    """What happened while a page was open."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


class Browser:
    """One page of a browser without a window."""

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._number = 0
        self._visit = Visit()
        self._is_loaded = False
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **params: Any) -> Any:
        """One order, and its answer; what the page does meanwhile is written down."""
        self._number += 1
        self._line.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            said = json.loads(self._line.recv(timeout=60))
            if said.get("id") == self._number:
                assert "error" not in said, said
                return said["result"]
            self._note(said)

    def open(self, path: Path, *, width: int = DESK, scheme: str = "light") -> Visit:
        """Open a page at a width of the screen, and wait until it is there."""
        self._visit = Visit()
        self.tell(
            "Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False
        )
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self._is_loaded = False
        self.tell("Page.navigate", url=path.as_uri())
        while not self._is_loaded:
            self._note(json.loads(self._line.recv(timeout=60)))
        return self._visit

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        done = self.tell("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in done, done
        return done["result"].get("value")

    def faults(self, *rules: str) -> list[str]:
        """What axe finds, in all its rules or in some: the rule, and the first place where it is broken."""
        self.run(AXE.read_text(encoding="utf-8") + "; 0")
        asked = json.dumps({"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})})
        script = f"axe.run({asked}).then(found => found.violations)"
        return [f"{one['id']}: {one['nodes'][0]['html'][:300]}" for one in self.run(script)]

    def wider_than_screen(self) -> list[str]:
        """The elements that reach beyond the screen, except inside what scrolls by itself."""
        return list(
            self.run(
                """[...document.querySelectorAll('body *')].filter(one => {
                  const box = one.getBoundingClientRect();
                  const scrolls = one.closest('.scroll, .skip, .hidden');
                  return box.width && !scrolls && (box.right > innerWidth + 1 || box.left < -1);
                }).map(one => one.outerHTML.slice(0, 120))"""
            )
        )

    def _note(self, said: dict[str, Any]) -> None:
        what, about = said.get("method"), said.get("params", {})
        if what == "Network.requestWillBeSent":
            self._visit.requests.append(about["request"]["url"])
        elif what == "Page.loadEventFired":
            self._is_loaded = True
        elif what == "Log.entryAdded":
            self._visit.complaints.append(about["entry"]["text"])
        elif what in {"Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening"}:
            self._visit.complaints.append(json.dumps(about)[:500])


def chromium() -> str | None:
    """The browser of this machine; None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def browser(program: str) -> Iterator[Browser]:
    """A browser while it is needed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        started = subprocess.Popen(
            [
                program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--remote-debugging-port=0", f"--user-data-dir={home}", "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert started.stderr is not None
        try:
            address = next(line.split()[-1] for line in started.stderr if "DevTools listening on" in line)
            page = _page_behind(address)
            # No pings: their thread draws from the global random numbers while other tests count on them.
            with connect(page, max_size=None, compression=None, ping_interval=None) as line:
                yield Browser(line)
        finally:
            started.terminate()
            started.wait(timeout=20)
            started.stderr.close()


def _page_behind(address: str) -> str:
    """The address of the browser's one page."""
    with urlopen(f"http://{urlsplit(address).netloc}/json") as answer:
        pages = json.load(answer)
    return str(next(page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"))
