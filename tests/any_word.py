"""Small builders of Word files as other programs write them: XML in a zip, with nothing of the kit's own writing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from comment_kit.docx import read_docx
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    Footnote,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
    notes_in_order,
)
from comment_kit.model.text import Span
from comment_kit.model.word import WordFacts, WordLetter

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = (
    (WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_EXTERNAL = ' TargetMode="External"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


# ---- what stands in a line ----


def r(text: str, properties: str = "") -> str:
    """Return a run of words."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """Return a paragraph; what is no element stands for a run of words."""
    about = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{about}{''.join(part if part.startswith('<') else r(part) for part in content)}</w:p>"


def fn(identity: int, mark: str = "", sort: str = "footnote") -> str:
    """Return the mark of a note."""
    custom = ' w:customMarkFollows="1"' if mark else ""
    words = f"<w:t>{mark}</w:t>" if mark and not mark.startswith("<") else mark
    return f'<w:r><w:{sort}Reference{custom} w:id="{identity}"/>{words}</w:r>'


def en(identity: int, mark: str = "") -> str:
    """Return the mark of an endnote."""
    return fn(identity, mark, "endnote")


def field(instruction: str, *result: str) -> str:
    """Return a field that stands in many runs."""
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{BEGIN}{code}{SEPARATE}{''.join(part if part.startswith('<') else r(part) for part in result)}{END}"


def bookmark(name: str, content: str, identity: int = 7) -> str:
    """Return ``content`` in a bookmark."""
    return f'<w:bookmarkStart w:id="{identity}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{identity}"/>'


def styled(style: str) -> str:
    """Return the property that gives a paragraph its style."""
    return f'<w:pStyle w:val="{style}"/>'


# ---- the parts ----


def notes(words: Mapping[int, str], sort: str = "footnote") -> str:
    """Return notes by their ids; what is no paragraph stands for one that begins with its number."""
    number = f"<w:r><w:{sort}Ref/></w:r>"
    return "".join(
        f'<w:{sort} w:id="{identity}">{text if text.startswith("<w:") else p(number, " ", text)}</w:{sort}>'
        for identity, text in words.items()
    )


def style(identity: str, name: str, *, properties: str = "", look: str = "", based: str = "") -> str:
    """Return the definition of a paragraph's style."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def word_file(  # noqa: PLR0913 (whatever may stand in a file)
    *body: str,
    footnotes: Mapping[int, str] | str = "",
    endnotes: Mapping[int, str] | str = "",
    styles: str = "",
    settings: str = "",
    comments: str = "",
    links: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    more: Sequence[tuple[str, str, str]] = (),
    strict: bool = False,
) -> bytes:
    """Return a Word file.

    Args:
        body: paragraphs and tables; the section properties of the last one among them.
        footnotes: by id, or the XML of the notes.
        endnotes: as the footnotes.
        styles: definitions of styles.
        settings: what stands in the settings.
        comments: the XML of the comments.
        links: addresses by relationship.
        names: other names for parts, by their kinds ("footnotes": "word/odd.xml").
        more: kind, name and XML of other parts.
        strict: whether it is of the strict form of the standard.
    """
    parts = {
        "footnotes": _SEPARATORS.format("footnote") + _notes(footnotes, "footnote") if footnotes else "",
        "endnotes": _SEPARATORS.format("endnote") + _notes(endnotes, "endnote") if endnotes else "",
        "styles": styles,
        "settings": settings,
        "comments": comments,
    }
    named = {kind: (names or {}).get(kind, f"word/{kind}.xml") for kind, part in parts.items() if part}
    main = (names or {}).get("document", "word/document.xml")
    members = {
        "[Content_Types].xml": _types({main: "document.main", **{name: kind for kind, name in named.items()}}),
        "_rels/.rels": _relations([("rId1", "officeDocument", main, False)]),
        main: f"<w:document {_SPACES}><w:body>{''.join(body)}</w:body></w:document>",
        _rels(main): _relations(
            [
                *((f"rIdN{at}", kind, f"/{name}", False) for at, (kind, name) in enumerate(named.items())),
                *((f"rIdM{at}", kind, f"/{name}", False) for at, (kind, name, _) in enumerate(more)),
                *((identity, "hyperlink", url, True) for identity, url in (links or {}).items()),
            ]
        ),
        **{name: f"<w:{kind} {_SPACES}>{parts[kind]}</w:{kind}>" for kind, name in named.items()},
        **{name: xml for _, name, xml in more},
    }
    return zip_of({name: (_strict(xml) if strict else xml).encode() for name, xml in members.items()})


def zip_of(members: Mapping[str, bytes], *, packed: bool = False) -> bytes:
    """Return a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def members_of(content: bytes) -> dict[str, bytes]:
    """Return the members of a zip in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _notes(given: Mapping[int, str] | str, sort: str) -> str:
    return given if isinstance(given, str) else notes(given, sort)


def _strict(xml: str) -> str:
    for transitional, strict in _STRICT:
        xml = xml.replace(transitional, strict)
    return xml


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _types(parts: Mapping[str, str]) -> str:
    overrides = (f'<Override PartName="/{name}" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _relations(relations: Sequence[tuple[str, str, str, bool]]) -> str:
    written = (
        f'<Relationship Id="{identity}" Type="{OFFICE}/{kind}" Target="{target}"{_EXTERNAL if external else ""}/>'
        for identity, kind, target, external in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(written)}</Relationships>'


# ---- what came of it ----


def read(*body: str, **parts: object) -> WordLetter:
    """Return what is read of a file of this body."""
    return read_docx(word_file(*body, **parts), "letter.docx")  # type: ignore[arg-type]


def lines(*body: str, **parts: object) -> list[str]:
    """Return the text of a file as ``shown`` does."""
    return shown(read(*body, **parts).letter)


def facts(*body: str, **parts: object) -> WordFacts:
    """Return what stands in a file beside its words."""
    return read(*body, **parts).facts


def shown(letter: Letter) -> list[str]:
    """Return each paragraph as one line: "# " before a heading of the first level, "> " before a quotation.

    Marks of notes stand as ^1, those of endnotes as ^^1; a block quotation is one line, its paragraphs parted by " / ".
    """
    return [_shown(block, letter) for block in letter.blocks]


def printed_notes(letter: Letter) -> list[str]:
    """Return the notes in the order of their marks, as "1: words"; paragraphs are parted by " / "."""
    return [f"{each.printed}: {_note(each.note, letter)}" for each in notes_in_order(letter)]


def _note(note: Footnote, letter: Letter) -> str:
    return " / ".join(_shown(block, letter) for block in note.blocks)


def _shown(block: Block, letter: Letter) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_line(block.content, letter)}"
        case BlockQuote():
            return "> " + " / ".join(_shown(each, letter) for each in block.blocks)
        case Paragraph():
            return _line(block.content, letter)
        case _:
            return f"<{type(block).__name__}>"


def _line(content: tuple[Inline, ...], letter: Letter) -> str:
    return "".join(_inline(part, letter) for part in content)


def _inline(part: Inline, letter: Letter) -> str:
    match part:
        case Span():
            words = f"*{part.text}*" if part.italic else part.text
            return f"{words}<{part.url}>" if part.url else words
        case NoteCall():
            note = letter.notes[part.note]
            return f"{'^^' if note.endnote else '^'}{note.printed}"
        case _:
            return f"<{type(part).__name__}>"
