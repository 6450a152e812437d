"""Say what a letter is about: for the properties of its file, and for the text of its templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from comment_kit.docx import About
from comment_kit.model.letter import Letter, headings_in
from comment_kit.model.sources import Library, Source
from comment_kit.model.targets import heading_words

_SHOWN = ("title", "shorttitle", "shorthand", "number", "url")


def about_letter(letter: Letter, style: str, keys: tuple[str, ...]) -> About:
    """Return the properties of the letter's file.

    Args:
        letter: as read.
        style: the name of the style pack that sets it.
        keys: of the sources that it cites.
    """
    values = letter.front.values
    docket = values.get("docket") or {}
    organization = str(values.get("organization") or "")
    title = str(docket.get("title") or values.get("re") or _first_heading(letter) or "Comment letter")
    return About(
        title=f"Comments of {organization}: {title}" if docket.get("title") and organization else title,
        author=organization,
        subject=str(values.get("subject") or _docket_ids(docket)),
        keywords=_listed(values.get("keywords")),
        style=style,
        date=letter.front.date,
        sources=keys,
        recipient=_recipient(values),
        docket=_numbers(docket),
        draft=values.get("draft") is True,
    )


def source_function(library: Library) -> Callable[[str], Mapping[str, str]]:
    """Return the function ``source`` of letters: what a source calls itself, field by field; "" for what it lacks."""

    def source(key: str) -> Mapping[str, str]:
        found = library.sources.get(key)
        if found is None:
            near = library.nearest(key, 1)
            raise ValueError(f"no source has the key '{key}'" + (f": did you mean '{near[0]}'?" if near else ""))
        return MappingProxyType(_shown(found))

    return source


def _shown(source: Source) -> dict[str, str]:
    authors = " and ".join(name.full for name in source.authors)
    fields = {name: source.get(name) or "" for name in _SHOWN}
    return {**fields, "author": authors, "date": str(source.date or "")}


def _recipient(values: Mapping[str, Any]) -> str:
    """Return the agency of the docket, else the first line of those that the letter is written to."""
    to = values.get("to") or ""
    lines = [to] if isinstance(to, str) else [*to]
    return str((values.get("docket") or {}).get("agency") or (lines[0] if lines else ""))


def _numbers(docket: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the numbers of a docket, each once."""
    listed = [docket.get("id"), docket.get("docket_id"), docket.get("rin")]
    numbers = [number for each in listed for number in (each if isinstance(each, list | tuple) else [each])]
    return tuple(dict.fromkeys(str(number) for number in numbers if number))


def _docket_ids(docket: Mapping[str, Any]) -> str:
    return _listed(docket.get("id"))


def _listed(value: object) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, list | tuple) else str(value or "")


def _first_heading(letter: Letter) -> str:
    return next(map(heading_words, headings_in(letter.blocks)), "")
