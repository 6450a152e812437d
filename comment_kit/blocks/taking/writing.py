"""Write the file of a block: its front matter, where it was taken from, its body."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence

_LONGEST_NAME = 60
_PLAIN = re.compile(r"[A-Za-z][\w ,.()/\u2019-]*(?<! )\Z")
_YES_OR_NO = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def block_file(body: str, *, title: str, topics: Sequence[str], parameters: Mapping[str, str], taken_from: str) -> str:
    """Return the text of a block's file.

    Args:
        body: as ``letters`` writes it.
        title: of the block.
        topics: by which it is found.
        parameters: by name, what each stands for in the letter; all of them are required, so that no letter ever
            names the agency of another.
        taken_from: the letter and the part of it, for whoever keeps the block.
    """
    lines = ["---", f"title: {_scalar(title)}", f"topics: [{', '.join(map(_scalar, topics))}]"]
    if parameters:
        lines.append("params:")
        lines += [f'  {name}: {{required: true}}  # "{_comment(old)}" there' for name, old in parameters.items()]
    lines += [f"# Taken from {_comment(taken_from)}", "---"]
    return "\n".join([*lines, body])


def name_from(title: str) -> str:
    """Return a name for a block of this title: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", letters.replace("'", ""))
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST_NAME:
            break
        name = f"{name}-{word}" if name else word
    return name or "untitled"


def _scalar(text: str) -> str:
    """Return ``text`` as YAML that reads as itself."""
    words = " ".join(text.split())
    is_plain = _PLAIN.fullmatch(words) and "," not in words and words.casefold() not in _YES_OR_NO
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def _comment(text: str) -> str:
    return " ".join(text.split())
