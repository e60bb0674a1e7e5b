"""A report of the sample challenges, and one browser to look at it."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from browser import Browser, browser, chromium
from hundredday.desk.registers.samples import sample_accelerator
from hundredday.store.yaml.reading import parse
from office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import RunGit

SAMPLES = Path(__file__).parents[2] / "challenges"
TODAY = "2026-11-23"
CHOICES = {
    "phase", "kind", "status", "role", "stance", "made", "worse", "as", "path", "baseline_method", "goal",
    "field", "watch", "condition",
}  # fmt: skip
REFERENCES = {"topic", "cohort", "attended", "graduates_need", "country", "project", "used_in"}
"""What names something else, or is one of a few words."""
BESIDE = ("training", "exchange")
ATTACKS = (
    "<script>alert({n})</script>",
    "<img src=x onerror=alert({n})>",
    '"><svg onload=alert({n})>',
    "javascript:alert({n})",
    "' onmouseover='alert({n})",
    "</style><style>*{{display:none}}</style> {n}",
    "{{{{ 7 * {n} }}}} {{% for x in y %}}",
    "</title><base href=https://evil.example/{n}>",
    "<!-- {n} --><meta http-equiv=refresh content=0;url=https://evil.example/>",
    "&lt;b&gt; &#x202e; {n}",
    "<a href=https://evil.example/{n}>click</a>",
    "]]><iframe srcdoc=x {n}>",
    "{n}" + "x" * 300,
    "العربية" * 40 + " {n}",
)


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, git: RunGit) -> Office:
    """The sample challenges in a repository, with two commits."""
    root = tmp_path_factory.mktemp("samples") / "office"
    for kind in ("challenges", *BESIDE):
        shutil.copytree(SAMPLES.parent / kind, root / kind)
    (root / "accelerator.yaml").write_bytes(sample_accelerator())
    git(root.parent, "init", "--quiet", "--initial-branch=main", "office")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Import")
    office = Office(root, TODAY)
    office.run("record", "small-claims", "5")
    return office


@pytest.fixture(scope="session")
def report(samples: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample challenges."""
    folder = tmp_path_factory.mktemp("report") / "pages"
    samples.run("report", str(folder))
    return folder


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """One browser for all tests; where there is none they are skipped, and .ci/run installs one."""
    program = chromium()
    if program is None:
        pytest.skip("no Chromium here to look at pages with")
    with browser(program) as started:
        yield started


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A report of challenges in which every free text attacks, and all those texts."""
    root = tmp_path_factory.mktemp("attacked")
    texts: list[str] = []
    numbers = count(1000)

    def attack() -> str:
        number = next(numbers)
        texts.append(ATTACKS[number % len(ATTACKS)].format(n=number))
        return texts[-1]

    def hostile(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: hostile(inner, name) for name, inner in value.items()}
        if isinstance(value, list | tuple):
            return [hostile(inner, key) for inner in value]
        is_text = isinstance(value, str) and key not in CHOICES | REFERENCES
        return attack() if is_text else value

    kinds = ("challenges", *BESIDE)
    for path in sorted(path for kind in kinds for path in (SAMPLES.parent / kind).rglob("*.yaml")):
        plain = hostile(dict(parse(path.read_bytes(), path.name).data))
        target = root / path.relative_to(SAMPLES.parent).parts[0] / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=10_000))
    (root / "accelerator.yaml").write_text(yaml.safe_dump({"format": 1, "name": attack(), "host": attack()}))
    office = Office(root, TODAY)
    office.run("report")
    return root / "report", texts


@pytest.fixture(scope="session")
def attacker(attacked: tuple[Path, list[str]]) -> Office:
    """Whoever types commands where every text attacks."""
    return Office(attacked[0].parent, TODAY)
