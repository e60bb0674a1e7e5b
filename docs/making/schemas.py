"""The JSON Schema of each kind of file, made from the models: their types, and the sentences under their fields."""

from __future__ import annotations

import inspect
import json
import re
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from hundredday.challenge import Challenge
from hundredday.manual.sentences import sentences
from hundredday.programme import Accelerator
from hundredday.programme.exchange import Partner
from hundredday.programme.training import Intake

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: Mapping[str, Any] = {
    "challenge": Challenge,
    "accelerator": Accelerator,
    "training": Intake,
    "exchange": Partner,
}
"""Every kind of file, with the model that its files are validated against."""

EXAMPLE = "For example: "
"""What stands between the sentence and the example in the docstring of a field."""


def schema_text(kind: str) -> str:
    """The schema of a kind of file as JSON text, draft 2020-12."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"


def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a kind of file: every field with its sentence, its example and the words it may hold."""
    model = KINDS[kind]
    schema = TypeAdapter(model).json_schema(by_alias=True)
    classes = {one.__name__: one for one in _parts_of(model)}
    schema["title"] = model.__name__
    for name, part in {model.__name__: schema, **schema["$defs"]}.items():
        if "properties" in part:
            _describe(part, classes[name])
    whole = _simpler(_with_merged_kinds(schema, schema["$defs"], classes))
    whole["$defs"] = {name: whole["$defs"][name] for name in _in_order(whole, whole["$defs"])}
    return {"$schema": DIALECT, "$id": f"{kind}.schema.json", **whole}


def _in_order(part: Any, parts: Mapping[str, Any]) -> dict[str, None]:
    """The names of the parts in the order in which a reader of the schema meets them."""
    top = {key: value for key, value in part.items() if key != "$defs"}
    found: dict[str, None] = {}
    for name in re.findall(r'"#/\$defs/(\w+)"', json.dumps(top)):
        if name not in found:
            found |= {name: None} | _in_order(parts[name], parts)
    return found


def _parts_of(model: Any) -> Iterator[type]:
    """The model and every model inside it, wherever it stands in the types of its fields."""
    waiting, seen = [model], set()
    while waiting:
        one = waiting.pop()
        waiting += getattr(one, "__args__", ())
        if (
            not isinstance(one, type)
            or one in seen
            or not (is_dataclass(one) or hasattr(one, "model_fields"))
        ):
            continue
        seen.add(one)
        yield one
        fields = getattr(one, "model_fields", None)
        waiting += (
            [field.annotation for field in fields.values()]
            if fields
            else inspect.get_annotations(one, eval_str=True).values()
        )


def _describe(part: dict[str, Any], of: type) -> None:
    told = sentences(of)
    part["description"] = inspect.cleandoc(of.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
    aliases = {field.alias: name for name, field in getattr(of, "model_fields", {}).items() if field.alias}
    for key, field in part["properties"].items():
        field.pop("title", None)
        sentence, _, example = told.get(aliases.get(key, key), "").partition(EXAMPLE)
        field["description"] = sentence.strip()
        if example:
            of_item = field["items"] if field.get("type") == "array" and "items" in field else field
            of_item["examples"] = [_typed(example, json.dumps(of_item))]


def _typed(example: str, schema: str) -> str | float:
    """An example as YAML would read it where a number may stand."""
    if '"number"' in schema or '"integer"' in schema:
        try:
            return float(example) if "." in example else int(example)
        except ValueError:
            return example
    return example


def _with_merged_kinds(node: Any, parts: Mapping[str, Any], classes: Mapping[str, type]) -> Any:
    """One group of fields for all kinds of a thing: editors say clearer what is wrong in it than in one of six."""
    if isinstance(node, list):
        return [_with_merged_kinds(one, parts, classes) for one in node]
    if not isinstance(node, dict):
        return node
    if "oneOf" in node:
        return _merged(
            {one["$ref"].rpartition("/")[2]: parts[one["$ref"].rpartition("/")[2]] for one in node["oneOf"]}
        )
    return {key: _with_merged_kinds(value, parts, classes) for key, value in node.items()}


def _merged(members: Mapping[str, Any]) -> dict[str, Any]:
    stated = {
        part["properties"]["kind"]["const"]: part
        for part in members.values()
        if "const" in part["properties"]["kind"]
    }
    (unstated,) = (part for part in members.values() if "const" not in part["properties"]["kind"])
    only: dict[str, list[str]] = {}
    fields: dict[str, Any] = {}
    for kind, part in stated.items():
        for name, field in part["properties"].items():
            fields.setdefault(name, field)
            if name not in unstated["properties"]:
                only.setdefault(name, []).append(kind)
    fields.update(unstated["properties"])
    fields["kind"] = {
        "enum": [*stated, None],
        "description": "The metric kind: "
        + "; ".join(f"{kind}: {_first(part['properties']['kind'])}" for kind, part in stated.items())
        + ".",
    }
    conditions = [
        {"if": {"required": [name]}, "then": {"properties": {"kind": {"enum": kinds}}, "required": ["kind"]}}
        for name, kinds in only.items()
    ]
    return {
        "type": "object",
        "description": unstated["description"],
        "properties": fields,
        "additionalProperties": False,
        **({"allOf": conditions} if conditions else {}),
    }


def _first(field: dict[str, Any]) -> str:
    sentence: str = field["description"].removesuffix(".")
    return sentence[:1].lower() + sentence[1:]


def _simpler(node: Any) -> Any:
    """The same schema in fewer words: numbers once, nothing as one of the types, no default that is nothing."""
    if isinstance(node, list):
        return [_simpler(one) for one in node]
    if not isinstance(node, dict):
        return node
    node = {key: _simpler(value) for key, value in node.items()}
    if node.get("default", ...) in (None, [], {}):
        del node["default"]
    if node.get("format") == "date":
        node["pattern"] = r"^\d{4}-\d{2}-\d{2}$"
    if "patternProperties" in node:
        node["additionalProperties"] = False
    return _with_choices(node) if "anyOf" in node else node


def _with_choices(node: dict[str, Any]) -> dict[str, Any]:
    choices = [one for one in node.pop("anyOf") if one != {"type": "integer"}]
    if len(choices) == 2 and choices[1] == {"type": "null"}:
        if "enum" in choices[0]:
            return {"enum": [*choices[0]["enum"], None], **node}
        if isinstance(choices[0].get("type"), str):
            return {**choices[0], "type": [choices[0]["type"], "null"], **node}
    return {"anyOf": choices, **node} if len(choices) > 1 else {**choices[0], **node}
