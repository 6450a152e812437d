"""Write citations as a writer types them: signal, @key, locator and parentheticals inside of square brackets."""

import re
from collections.abc import Callable, Iterable

from comment_kit.letters.citing import KEY
from comment_kit.model.citations import Citation
from comment_kit.model.letter import Inline

_KEY = re.compile(KEY)
_HARD = re.compile(r"(§§?|¶¶?|\bat)\u00a0")


def bracket(citations: Iterable[Citation], line: Callable[[Iterable[Inline]], str]) -> str:
    """Return ``citations`` in one bracket, with the attributes that any of them asks for.

    Args:
        citations: each with a key.
        line: what writes the words of a parenthetical.
    """
    cites = tuple(citations)
    asked = [f"form={cites[0].form.value}"] if cites[0].form else []
    asked += ["pin=always"] if any(each.pin_always for each in cites) else []
    attributes = f"{{{' '.join(asked)}}}" if asked else ""
    return f"[{'; '.join(_citation(each, line) for each in cites)}]{attributes}"


def key_typed(key: str) -> str:
    """Return ``key`` behind its @, in braces where it holds what a bare key may not."""
    return f"@{key}" if _KEY.fullmatch(key) else f"@{{{key}}}"


def _citation(citation: Citation, line: Callable[[Iterable[Inline]], str]) -> str:
    signal = f"{citation.signal.words} " if citation.signal else ""
    locator = f", {_plain(citation.locator)}" if citation.locator else ""
    rounds = "".join(f" ({line(each.content)})" for each in citation.parentheticals)
    return f"{signal}{key_typed(citation.key or '')}{locator}{rounds}"


def _plain(locator: str) -> str:
    """Return ``locator`` with plain spaces where printing sets hard ones."""
    return _HARD.sub(r"\1 ", locator)
