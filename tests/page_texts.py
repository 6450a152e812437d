"""Build the page text of a source from a few words, in the small notation of the worked cases."""

import re

from comment_kit.model.pages import Break, Confidence, Lettering, Sheet, SourceText, Stream

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_TOKEN = re.compile(r"\s*\(p\. (?P<page>\w+)\)\s*|(?P<call>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|(?P<italic>\*)|(?P<hyphen>-\n)|(?P<line>\n)")


def stream(written: str) -> tuple[Stream, list[str]]:
    """Return a stream, and the labels of its sheets.

    ``(p. 7)`` begins a page, ``¹²`` calls a note, ``*words*`` are italic, a line feed ends a line.
    """
    text: list[str] = []
    sheets, labels, length, at = [0], ["1"], 0, 0
    breaks: dict[int, Break] = {}
    calls: dict[int, str] = {}
    italics: list[int] = []

    def add(words: str) -> None:
        nonlocal length
        text.append(words)
        length += len(words)

    for token in _TOKEN.finditer(written):
        add(written[at : token.start()])
        at = token.end()
        if token["page"]:
            if length:
                breaks[length] = Break.SPACE
                add(" ")
                sheets.append(length)
                labels.append(token["page"])
            else:
                labels[-1] = token["page"]
        elif token["call"]:
            calls[length] = token["call"].translate(_SUPERSCRIPTS)
        elif token["italic"]:
            italics.append(length)
        elif token["hyphen"]:
            breaks[length] = Break.HYPHEN
            add("-")
        else:
            breaks[length] = Break.SPACE
            add(" ")
    add(written[at:])
    pairs = tuple(zip(italics[::2], italics[1::2], strict=True))
    built = Stream(text="".join(text), sheets=tuple(sheets), breaks=breaks, calls=calls, italics=pairs)
    return built, labels


def source_text(  # noqa: PLR0913  # each says one thing of the page
    written: str,
    notes: str = "",
    *,
    lettering: Lettering = Lettering.PRINTED,
    fonts: bool = True,
    total: int | None = None,
    labels: tuple[str | None, ...] = (),
) -> SourceText:
    """Return the page text of a source called "report", from the notation of ``stream``."""
    body, printed = stream(written)
    apart, _ = stream(notes)
    if not fonts:
        body = Stream(text=body.text, sheets=body.sheets, breaks=body.breaks, calls=body.calls)
    sheets = tuple(
        Sheet(index=index, label=label, confidence=Confidence.HIGH, lettering=lettering)
        for index, label in enumerate(labels or printed, 1)
    )
    return SourceText(
        format="text",
        sheets=sheets,
        body=body,
        notes=apart,
        all=body,
        total=total or len(sheets),
        key="report",
        edition="2024",
        file="report.txt",
        sha256="",
    )


def by_columns(table: str) -> str:
    """Return the cells of ``left | right / left | right`` as the page is read: down each column."""
    rows = [row.split("|") for row in table.split(" / ")]
    columns = zip(*rows, strict=True)
    return "\n".join(" ".join(cell.strip() for cell in column if cell.strip()) for column in columns)


def without_line_numbers(text: str, numbers: str) -> str:
    """Return ``text`` without the numbers of its margin, each of which ends a line."""
    for number in re.findall(r"\d+", numbers):
        text = re.sub(rf"\s*\b{number}\b\s*", "\n", text)
    return text.strip()
