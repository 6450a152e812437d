"""Two letters that use everything a letter may hold, in the structure of a formal comment and of a policy letter."""

from __future__ import annotations

from docx_letters import (
    HERE,
    PLAIN,
    Draft,
    call,
    division,
    head,
    inlines,
    italic,
    link,
    number,
    para,
    set_citation,
    small_caps,
    words,
)
from docx_pictures import PNG
from msgspec.structs import replace

from comment_kit.model.layout import Layout, PageNumbers
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CodeBlock,
    CrossReference,
    Division,
    Image,
    Letter,
    LineBreak,
    ListBlock,
    SetCitation,
    Table,
    ThematicBreak,
)

FORMAL = replace(PLAIN, number_first_page=False)
POLICY = Layout(template="policy-letter", heading_numerals=(), page_numbers=PageNumbers.PAGE_OF_PAGES)
IMAGES = {"chart.png": PNG}

_TEXT = (
    "The Report asks what a release adds to the risks that exist already, and compares the risks and benefits that "
    "widely available model weights introduce with those of models that are not open, or of other technologies. "
)


def report(page: int) -> SetCitation:
    title = small_caps("Nat’l Telecomm. & Info. Admin., Dual-Use Foundation Models")
    address = link("https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf")
    return set_citation("ntia2024", italic("See "), title, f" {page} (2024), ", address, locator=f"at {page}")


def again(page: int) -> SetCitation:
    return set_citation("ntia2024", italic("Id."), f" at\u00a0{page}", locator=f"at {page}")


def formal_comment() -> Letter:
    """Return a comment with cover, contents, parts, every kind of block, and a signature."""
    draft = Draft().note("author", "Your Name is Associate Counsel at Example Institute.", mark="i")
    draft.add(_cover(), division("contents", para("Table of Contents", role="contents-title")), head(1, "Introduction"))
    draft.noted(_TEXT, report(10), ".").noted(_TEXT, again(12), ".")
    draft.note_of(
        "two", para("Two paragraphs, ", italic("supra"), " note ", number("1", "fn-2"), "."), para("And more.")
    )
    see = CrossReference(target="second", location=HERE), CrossReference(target="inner", location=HERE)
    draft.text("See ", see[0], " and ", see[1], ".", call("two"))
    draft.add(head(1, "The first argument", "I.", name="first"), *_blocks())
    draft.note("quoted", again(2), ".").note("celled", "A note in a table.")
    draft.add(head(2, "A point under it", "A.", name="inner"), head(3, "A point below", "1."))
    draft.noted(_TEXT * 3, again(3), "; ", again(4), ".")
    draft.add(head(1, "The second argument", "II.", name="second"))
    for page in range(5, 12):
        draft.noted(_TEXT * 4, report(page), ".")
    return draft.add(head(1, "Conclusion")).text(_TEXT).add(_signature()).letter()


def policy_letter() -> Letter:
    """Return a short letter with letterhead, addressee, notes, and a foot."""
    draft = Draft().add(division("letterhead", para("Example Institute", role="organization"), para("1 Main Street")))
    draft.add(para("September 9, 2024", role="filing-date"), para("An Agency", LineBreak(), "A City", role="addressee"))
    draft.add(para("Re:\tNIST AI 800-1", role="re")).text(_TEXT * 3).noted(_TEXT * 3, "A note of words.")
    draft.noted(_TEXT * 3, report(4), ".").add(_signature())
    contact = para("For more information, contact Example Institute.", role="contact")
    return draft.add(division("footer", contact, para("These views are our own.", role="disclaimer"))).letter()


def _cover() -> Division:
    return division(
        "cover",
        para("Comments of", role="cover-lead"),
        para("Example Institute", role="organization"),
        para("Your Name", call("author"), role="author"),
        para("In the Matter of", role="cover-lead"),
        para("Managing Misuse Risk for Dual-Use Foundation Models", role="docket-title"),
        para("NIST AI 800-1", role="docket-id"),
        para("September 9, 2024", role="filing-date"),
    )


def _blocks() -> tuple[Block, ...]:
    inner = ListBlock(items=((para("inner"),), (para("inner two"),)), ordered=True, start=3, location=HERE)
    table = Table(
        header=(inlines("Practice"), inlines("Page")),
        rows=((inlines("Practice 3.1", call("celled")), inlines("8")), (inlines("Practice 3.2"), inlines("9"))),
        aligns=(Align.LEFT, Align.RIGHT),
        location=HERE,
    )
    return (
        para(_TEXT),
        BlockQuote(blocks=(para("A quotation of fifty words and more.", call("quoted")),), location=HERE),
        ListBlock(items=((para("One."), para("More of one."), inner), (para("Two."),)), ordered=False, location=HERE),
        table,
        para(Image(path="chart.png", alt="A grey chart.", location=HERE)),
        CodeBlock(text="weights = load()\n    indented\n", location=HERE),
        ThematicBreak(location=HERE),
        para(
            words("bold", bold=True), words("struck", strike=True), words("2", superscript=True), words("c", code=True)
        ),
    )


def _signature() -> Division:
    return division(
        "signature",
        para("Respectfully submitted,", role="closing"),
        para("________________", role="signature-line"),
        para("Your Name", LineBreak(), "Associate Counsel", role="signatory"),
    )
