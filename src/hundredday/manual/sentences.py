"""The sentence that stands under each field of a class, where the code keeps it."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import Any


def sentences(of: Any) -> dict[str, str]:
    """The docstring under each field or member of a class, and of the classes it stands on."""
    found: dict[str, str] = {}
    for one in reversed(of.__mro__):
        if one.__module__.startswith("hundredday."):
            body = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
            assert isinstance(body, ast.ClassDef)
            for field, below in zip(body.body, body.body[1:], strict=False):
                name = _name(field)
                if name and isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                    found[name] = inspect.cleandoc(str(below.value.value))
    return found


def _name(field: ast.stmt) -> str:
    target = (
        field.target
        if isinstance(field, ast.AnnAssign)
        else field.targets[0]
        if isinstance(field, ast.Assign)
        else None
    )
    return target.id if isinstance(target, ast.Name) else ""
