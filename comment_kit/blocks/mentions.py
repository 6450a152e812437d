"""See which sources and which blocks a text names, without setting it."""

from __future__ import annotations

import re

# A key of a source, as the letters room reads it.
_KEY = r"[^\W](?:\w|[:.#$%&\-+?<>~/](?=\w))*"
# The sign first, which is found a hundred times faster than what may stand before it.
_NAMED = re.compile(rf"@(?<![\w\\@]@)(?:(?P<key>{_KEY})|\{{(?P<braced>[^{{}}\s]+)\}})")
_ASKED = re.compile(r"\((?:(?<=\bcite\()|(?<=\bsource\())\s*([\"'])(?P<key>[^\"'\n]+)\1")
_CALL = re.compile(r"\((?<=\bblock\()\s*([\"'])(?P<name>[^\"'\n]+)\1")
_CODE = re.compile(r"(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_COMMENT = re.compile(r"\{##.*?##\}|<!--.*?-->", re.DOTALL)


def without_comments(text: str) -> str:
    """Return ``text`` without what is written for its writers alone."""
    return _COMMENT.sub(" ", text) if "{##" in text or "<!--" in text else text


def sources_named(text: str) -> tuple[str, ...]:
    """Return the keys that ``text`` cites or mentions, each once, in order; those in code and comments are words."""
    prose = _prose(text)
    named = ((found.start(), found["key"] or found["braced"]) for found in _NAMED.finditer(prose))
    asked = ((found.start(), found["key"]) for found in _ASKED.finditer(prose))
    return tuple(dict.fromkeys(key for _, key in sorted((*named, *asked))))


def blocks_called(text: str) -> tuple[str, ...]:
    """Return the names of the blocks that ``text`` sets, each once, in order; a name that is computed is not seen."""
    if "block(" not in text:
        return ()
    return tuple(dict.fromkeys(found["name"] for found in _CALL.finditer(_prose(text))))


def _prose(text: str) -> str:
    prose = without_comments(text)
    return _CODE.sub(" ", prose) if "`" in prose else prose
