"""Say what each cited source would be called, so that two sources never share a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from comment_kit.model.names import Names
from comment_kit.model.sources import Library, Source
from comment_kit.styles.printing import Printer
from comment_kit.styles.style import Style

_NO = frozenset({"no", "false"})
_YES = frozenset({"yes", "true"})


def source_names(library: Library, keys: Iterable[str], style: Style) -> Mapping[str, Names]:
    """Return the names of the sources ``keys`` among one another; a key that ``library`` lacks is left out."""
    cited = [library.sources[key] for key in dict.fromkeys(keys) if key in library.sources]
    printer = Printer(library=library, style=style)
    borne = Counter(name for source in cited for name in _names(source))
    return {
        source.key: Names(
            printed=printer.called_plainly(source),
            defined=defined_name(source, borne),
            personal=bool(source.authors) and not source.authors[0].body,
            wished=_wish(source) is not None,
        )
        for source in cited
    }


def defined_name(source: Source, borne: Mapping[str, int]) -> str:
    """Return the *hereinafter* name of ``source``: what it bears or was given, told apart from the other sources.

    Two drafts under one number take their stage into the name, two sources of one title their year.

    Args:
        source: to be named.
        borne: how many sources, ``source`` among them, could bear each name.
    """
    return _wish(source) or next((name for name in _names(source) if borne.get(name, 0) <= 1), source.key)


def _names(source: Source) -> tuple[str, ...]:
    """Return every name that ``source`` could bear, each once, the one it would rather have first."""
    return tuple(dict.fromkeys((*_candidates(source), *_longer(source))))


def _candidates(source: Source) -> list[str]:
    names = [source.get("shorthand"), source.get("shorttitle"), source.title.partition(": ")[0], source.title]
    return list(dict.fromkeys(name for name in names if name)) or [source.key]


def _longer(source: Source) -> list[str]:
    """Return the first name with the stage of the draft, and with the year."""
    stage = _as_name(source.get("stage") or "")
    year = str(source.date.year) if source.date else ""
    return [f"{_candidates(source)[0]} {words}" for words in (stage, year) if words]


def _wish(source: Source) -> str | None:
    """Return the name that the entry asks for; "" where it asks for any, None where it asks for none."""
    field = source.get("hereinafter")
    if field is None or field.lower() in _NO:
        return None
    return "" if field.lower() in _YES else field


def _as_name(stage: str) -> str:
    """Return the words of a stage as a name has them: "Initial Public Draft"."""
    return " ".join(word[0].upper() + word[1:] for word in stage.split())
