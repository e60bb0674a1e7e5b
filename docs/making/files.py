"""The page of the file format: every field of every kind of file."""

from __future__ import annotations

from typing import Any

from making.schemas import KINDS, schema_of


def files_page() -> str:
    """Every field of every kind of file."""
    lines = ["# The files, field by field\n"]
    lines += [f"- [{_FILES[kind][0]}](#{_anchor(_FILES[kind][0])})" for kind in KINDS]
    for kind in KINDS:
        title, about = _FILES[kind]
        schema = schema_of(kind)
        lines += [f"\n## {title}\n", about, "", *_part(schema)]
        for name, part in schema["$defs"].items():
            if "properties" in part:
                lines += [f"### {name}\n", *_part(part)]
    return "\n".join(lines)


_FILES = {
    "challenge": (
        "A challenge",
        "`challenges/ID.yaml`, or `challenges/COHORT/ID.yaml`. Only `format`, `title` and `phase` are always required.",
    ),
    "accelerator": (
        "The accelerator",
        "`accelerator.yaml`. Every field may be left out, and so may the file.",
    ),
    "training": (
        "A training intake",
        "`training/ID.yaml`. Only `format` and `title` are always required.",
    ),
    "exchange": (
        "A partner programme",
        "`exchange/ID.yaml`. Only `format` and `partner` are always required.",
    ),
}


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-").replace(",", "")


def _part(part: dict[str, Any]) -> list[str]:
    required = set(part.get("required", []))
    rows = []
    for name, field in part["properties"].items():
        mark = " *(required)*" if name in required else ""
        rows.append(f"| `{name}`{mark} | {_type(field)} | {_sentence(field)} |")
        rows += (
            f"| `{name}.{inner}` | {_type(one)} | {_sentence(one)} |"
            for inner, one in field.get("properties", {}).items()
        )
    return [f"{part['description']}\n", "| field | holds | |", "| --- | --- | --- |", *rows, ""]


def _sentence(field: dict[str, Any]) -> str:
    examples = field.get("examples") or field.get("items", {}).get("examples")
    said = str(field.get("description", ""))
    if "default" in field and field["default"] not in ("", False) and not isinstance(field["default"], dict):
        return f"{said} If not given: `{field['default']}`"
    return f"{said} For example: `{examples[0]}`" if examples else said


def _type(field: dict[str, Any]) -> str:
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(one) for one in field["anyOf"] if one.get("type") != "null"))
    if "enum" in field:
        return ", ".join(f"`{one}`" for one in field["enum"] if one is not None)
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    kind: Any = field.get("type", "anything")
    if isinstance(kind, list):
        (kind,) = (one for one in kind if one != "null")
    if kind == "array":
        return f"list of {_type(field.get('items') or {'type': 'integer'})}"
    if kind == "object":
        return _keys(field)
    words = {
        "string": "date" if field.get("format") == "date" else "text",
        "integer": "whole number",
        "boolean": "true or false",
    }
    return words.get(kind, str(kind))


def _keys(field: dict[str, Any]) -> str:
    if "properties" in field:
        return "these keys:"
    matching: dict[str, Any] = field.get("patternProperties", {})
    values: Any = field.get("additionalProperties") or next(iter(matching.values()), {})
    return f"keys with {_type(values)}" if isinstance(values, dict) else "keys"
