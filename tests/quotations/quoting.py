"""Build a quotation and judge it by a few words of a source."""

from page_texts import source_text

from comment_kit.inline import read_inline
from comment_kit.model.places import Location
from comment_kit.model.quotations import CitedPlace, Copy, Judgement, Kind, Quotation, Setting
from comment_kit.model.text import Text
from comment_kit.quotations import judge, prepare

HERE = Location(file="letter.md", line=7)


def words(written: str) -> Text:
    """Return words with ``*italics*``; square brackets are the writer's."""
    return read_inline(written.replace("[", "\\[").replace("]", "\\]"))


def quotation(
    written: str, *, said: str = "", phrase: bool = False, kind: Kind = Kind.QUOTATION, block: bool = False
) -> Quotation:
    """Return a quotation whose citation says ``said`` in a parenthetical."""
    return Quotation(
        words=words(written),
        location=HERE,
        setting=Setting.BLOCK if block else Setting.INLINE,
        kind=kind,
        remarks=(said,) if said else (),
        phrase=phrase,
    )


def judged(  # noqa: PLR0913  # each says one thing of the case
    source: str,
    written: str,
    *,
    at: str | tuple[str, str] | None = "1",
    notes: str = "",
    said: str = "",
    phrase: bool = False,
    kind: Kind = Kind.QUOTATION,
    copy: Copy = Copy.RIGHT,
) -> Judgement:
    """Return the judgement of a quotation by a source written in the notation of ``stream``."""
    pages = () if at is None else ((at, at) if isinstance(at, str) else at,)
    prepared = prepare(source_text(source, notes))
    return judge(quotation(written, said=said, phrase=phrase, kind=kind), prepared, CitedPlace(pages=pages, copy=copy))


def found(judgement: Judgement) -> list[str]:
    """Return the remarks as "CODE message"."""
    return [f"{remark.finding.code} {remark.message}" for remark in judgement.remarks]


def changes(judgement: Judgement) -> list[tuple[str, str]]:
    """Return the differences as pairs of quoted and source words."""
    return [(difference.quoted, difference.source) for difference in judgement.differences]


def swaps(judgement: Judgement) -> list[tuple[str, str]]:
    """Return what brackets replaced and what dots swallowed, as pairs of mark and source words."""
    return [(swap.mark, swap.source) for swap in (*judgement.replaced, *judgement.swallowed)]
