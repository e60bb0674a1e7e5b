"""The JSON Schema of each kind of file."""

from __future__ import annotations

import json
from typing import Any

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(kind: str) -> str:
    """The schema of a kind of file as JSON text, draft 2020-12."""
    from pydantic import TypeAdapter

    from hundredday.challenge import Challenge
    from hundredday.programme import Accelerator

    models: dict[str, Any] = {"challenge": Challenge, "accelerator": Accelerator}
    schema = TypeAdapter(models[kind]).json_schema(by_alias=True)
    whole = {"$schema": DIALECT, "$id": f"{kind}.schema.json", **schema}
    return json.dumps(whole, ensure_ascii=False, indent=2)
