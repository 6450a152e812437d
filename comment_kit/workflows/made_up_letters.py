"""Make up a letter that sets blocks and nothing else, so that each can be looked at by itself."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.front_matter import without_unprintable
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.project import Project
from comment_kit.workflows.composing import Composition, compose_text

MADE_UP = "a made-up letter"
"""What stands for the letter in places: nobody can open it."""

# A note that cites nothing keeps the citations of one block from leaning on those of the block before.
_BETWEEN = "\n\nWords.^[Words.]\n\n"


class Call(Struct, frozen=True, kw_only=True):
    """How a block is set in a letter that is made up."""

    name: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    version: str | None = None


def stand_ins(required: Iterable[str]) -> dict[str, str]:
    """Return for each parameter that must be given what stands for its value: "[agency]"."""
    return {name: f"[{name}]" for name in required}


def letter_of(calls: Sequence[Call], project: Project, today: dt.date, *, style: str | None = None) -> Composition:
    """Return a letter of today that sets the blocks of ``calls`` one after another.

    Values come from the front matter, so that nothing in them is read as markup.
    """
    values: dict[str, str] = {}
    text = _BETWEEN.join(_typed(call, values) for call in calls)
    front = {"date": today, "vars": values}
    composition = compose_text(f"{text}\n", Path(MADE_UP), style=style, project=project.root, given=front)
    return replace(composition, diagnostics=tuple(map(without_made_up, composition.diagnostics)))


def without_made_up(found: Diagnostic) -> Diagnostic:
    """Return ``found`` without places in the letter that is made up."""
    related = tuple(place for place in found.related if place.file != MADE_UP)
    return found if related == found.related else replace(found, related=related)


def is_in_the_letter(location: Location) -> bool:
    """Return whether ``location`` is in the letter that is made up, and so in no block."""
    return location.file == MADE_UP


def _typed(call: Call, values: dict[str, str]) -> str:
    """Return the call as a writer would type it, its values put into ``values``."""
    arguments = [json.dumps(call.name, ensure_ascii=False)]
    if call.version is not None:
        arguments.append(f"version={json.dumps(call.version)}")
    for name, value in call.parameters.items():
        arguments.append(f"{name}=vars.p{len(values)}")
        values[f"p{len(values)}"] = without_unprintable(value)
    return f"{{{{ block({', '.join(arguments)}) }}}}"
