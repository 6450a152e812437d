"""Read the names of authors and editors as BibTeX and biblatex write them."""

import re

from comment_kit.library.entries import People
from comment_kit.library.latex import plain_text
from comment_kit.model.sources import Name

_AND = re.compile(r" and ", re.IGNORECASE)
_SPACE = re.compile(r"[\s~]+")
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|V|Esq|Ph\.?D|M\.?D)\.?,?", re.IGNORECASE)
_NAMED_PART = re.compile(r"\s*(family|given|prefix|suffix|useprefix)\s*=\s*(.*)", re.DOTALL)

# Words that stand in names of institutions and hardly ever in those of persons.
_IN_BODIES = """
    administration agency association board bureau center centre coalition commission committee company congress
    corporation council court department foundation government inc institute institution llc llp ltd ministry
    office of for the university society trust trusts union
"""
_BODY_WORDS = frozenset(_IN_BODIES.split())


def read_people(value: str) -> People:
    """Return the persons and bodies of a ``names`` value still in LaTeX; braces keep a body in one piece."""
    written = split_people(value)
    names = [name for name in written if name.casefold() != "others"]
    read = (_name(name) for name in names)
    return People(names=tuple(name for name in read if name.family), more=len(names) < len(written))


def split_people(value: str) -> list[str]:
    """Return the names that ``and`` joins outside braces, each still in LaTeX."""
    return [name.strip() for name in split_outside_braces(" ".join(value.split()), _AND) if name.strip()]


def looks_like_a_body(name: str) -> bool:
    """Return whether ``name``, in LaTeX and without braces of its own, reads like that of an institution."""
    if _is_braced(name) or "," in name:
        return False
    words = [word.strip(".").casefold() for word in _SPACE.split(name)]
    return len(words) > 1 and any(word in _BODY_WORDS for word in words)


def split_outside_braces(value: str, separator: re.Pattern[str]) -> list[str]:
    """Return the parts of ``value`` between the matches of ``separator`` that no braces enclose."""
    parts: list[str] = []
    start = counted = depth = 0
    for match in separator.finditer(value):
        depth += _opened(value, counted, match.start())
        counted = match.start()
        if depth == 0:
            parts.append(value[start:counted])
            start = match.end()
    return [*parts, value[start:]]


def _opened(value: str, start: int, end: int) -> int:
    """Return how many more braces open than close between ``start`` and ``end``."""
    return value.count("{", start, end) - value.count("}", start, end)


def _is_braced(name: str) -> bool:
    """Return whether one pair of braces encloses all of ``name``."""
    if not (name.startswith("{") and name.endswith("}")):
        return False
    depth = 0
    for brace in re.finditer("[{}]", name[:-1]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return False
    return True


def _name(written: str) -> Name:
    if _is_braced(written):
        return Name(family=plain_text(written), body=True)
    parts = [part.strip() for part in split_outside_braces(written, re.compile(","))]
    if all(_NAMED_PART.match(part) for part in parts):
        return _name_of_named_parts(parts)
    match parts:
        case [whole]:
            return _name_in_reading_order(_words(whole))
        case [family, given]:
            return _family_first(family, given, None)
        case [family, given, suffix] if _SUFFIX.fullmatch(suffix):
            # BibTeX wants the suffix in the middle, and writers put it where it is said.
            return _family_first(family, given, suffix)
        case _:
            return _family_first(parts[0], ", ".join(parts[2:]), parts[1])


def _name_of_named_parts(parts: list[str]) -> Name:
    named = {match[1]: match[2].strip() for part in parts if (match := _NAMED_PART.match(part))}
    family = " ".join(filter(None, (named.get("prefix"), named.get("family"))))
    return _family_first(family or named.get("given", ""), named.get("given", ""), named.get("suffix"))


def _family_first(family: str, given: str, suffix: str | None) -> Name:
    words = _words(family)
    if suffix is None and len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if _SUFFIX.fullmatch(given) and suffix is None:
        return Name(family=_said(words), suffix=_said([given]))
    return Name(family=_said(words), given=_said([given]) or None, suffix=_said([suffix]) or None if suffix else None)


def _name_in_reading_order(words: list[str]) -> Name:
    """Return the name of ``words``: given names, particles in lower case, family name, suffix."""
    suffix = words.pop() if len(words) > 1 and _SUFFIX.fullmatch(words[-1]) else None
    start = next((at for at, word in enumerate(words[:-1]) if _is_particle(word)), len(words) - 1)
    family = _said(words[start:]).rstrip(",")
    return Name(family=family, given=_said(words[:start]) or None, suffix=_said([suffix]) if suffix else None)


def _is_particle(word: str) -> bool:
    """Return whether ``word`` is a "von": its first letter outside braces is small."""
    return not word.startswith("{") and plain_text(word)[:1].islower()


def _words(name: str) -> list[str]:
    return [word for word in split_outside_braces(name, _SPACE) if word]


def _said(words: list[str]) -> str:
    return " ".join(plain_text(word) for word in words)
