"""Make documents of many pages to quote from, and quote from them lawfully."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from page_texts import stream

from comment_kit.model.pages import Confidence, Sheet, SourceText, Stream

_NOUNS = """
agency board office model weight firm developer commenter rule filing notice record threat safeguard benefit license
market order standard test measure actor report draft release tool network practice deployment vendor auditor regulator
statute hearing exhibit docket
""".strip()
_VERBS = "publish review weigh measure report release delay identify assess withdraw adopt propose license record"
_MODALS = "may must shall should will cannot"
_KINDS = "open closed public private misuse dual-use third-party self-regulatory marginal new early small large"
_JOINTS = ("and", "or", "but not", "without", "unless", "after", "before", "whether or not", "only if", "such as")
_PREPOSITIONS = ("of", "for", "by", "to", "under", "within", "against")
_WORD = re.compile(r"\S+")
_LINE = 60


def dice(seed: int) -> random.Random:
    """Return dice that fall the same way every time."""
    return random.Random(seed)


def document(pages: int, dice: random.Random) -> SourceText:
    """Return a source of ``pages`` pages, its lines broken as on paper, with calls of notes in it."""
    written = "".join(f"(p. {100 + page}) {_page(dice)}" for page in range(pages))
    body, labels = stream(written)
    notes = Stream(text=" ".join(_sentence(dice) for _ in range(pages * 3)), sheets=(0,) * pages)
    sheets = tuple(Sheet(index=index, label=label, confidence=Confidence.HIGH) for index, label in enumerate(labels, 1))
    return SourceText(
        format="text",
        sheets=sheets,
        body=body,
        notes=notes,
        all=body,
        total=len(sheets),
        key="report",
        edition="2024",
        file="report.txt",
        sha256="",
    )


def _page(dice: random.Random) -> str:
    text = " ".join(_sentence(dice) for _ in range(18))
    lines: list[str] = []
    while text:
        cut = text.rfind(" ", 0, _LINE) if len(text) > _LINE else len(text)
        lines.append(text[:cut])
        text = text[cut + 1 :]
    return "\n".join(lines)


def _sentence(dice: random.Random) -> str:
    clauses = [_clause(dice) for _ in range(dice.randint(1, 3))]
    joined = clauses[0]
    for clause in clauses[1:]:
        joined += dice.choice((", ", " ")) + dice.choice(_JOINTS) + " " + clause
    call = "¹²" if not dice.randrange(9) else ""
    return joined[0].upper() + joined[1:] + "." + call


def _clause(dice: random.Random) -> str:
    number = f"{dice.randint(2, 900)} " if not dice.randrange(3) else ""
    return (
        f"the {_one(_KINDS, dice)} {_one(_NOUNS, dice)} {_one(_MODALS, dice)} {_one(_VERBS, dice)} "
        f"{number}{_one(_KINDS, dice)} {_one(_NOUNS, dice)}s {dice.choice(_PREPOSITIONS)} "
        f"{_one(_KINDS, dice)} {_one(_NOUNS, dice)} {_one(_VERBS, dice)}s"
    )


def _one(words: str, dice: random.Random) -> str:
    return dice.choice(words.split())


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words quoted lawfully, with the printed page on which they begin."""

    words: str
    page: str


def windows(text: SourceText, dice: random.Random, count: int, *, least: int = 8, most: int = 40) -> Iterator[Quoted]:
    """Yield ``count`` runs of words as the source has them."""
    words = list(_WORD.finditer(text.body.text))
    for _ in range(count):
        length = dice.randint(least, most)
        first = dice.randrange(len(words) - length)
        start, end = words[first].start(), words[first + length - 1].end()
        page = text.sheets[text.body.sheet_at(start) - 1].printed
        yield Quoted(text.body.text[start:end], page)


def with_marks(quoted: Quoted, dice: random.Random) -> Quoted:
    """Return the words with a bracket for the first letter, dots for some words, or a bracket for one."""
    words = quoted.words.split(" ")
    middle = dice.randrange(3, len(words) - 3)
    match dice.randrange(3):
        case 0 if words[0][0].isalpha() and len(words[0]) > 1:
            words[0] = f"[{words[0][0].swapcase()}]{words[0][1:]}"
        case 1:
            words[middle : middle + 2] = [". . ."]
        case _:
            words[middle] = "[those]"
    return Quoted(" ".join(words), quoted.page)
