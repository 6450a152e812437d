"""Put a letter into one HTML file that needs no other and reaches for none."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from itertools import takewhile
from types import MappingProxyType

from comment_kit.html.anchors import anchors_of
from comment_kit.html.blocks import set_blocks
from comment_kit.html.inlines import Setting
from comment_kit.html.markup import NOTHING, Markup, element, joined, stylesheet, void, whole, words
from comment_kit.html.notes import endnotes
from comment_kit.html.stylesheet import stylesheet_of
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Block, Division, Letter, Paragraph, walk

_OPENING = ("cover", "contents", "letterhead", "pagebreak")
"""Divisions that stand before the letter's first words, which the skip link passes over."""

_NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


def write_html(
    letter: Letter, layout: Layout, *, title: str, language: str = "en-US", images: Mapping[str, bytes] = _NO_IMAGES
) -> str:
    """Return a set letter as one HTML file, to be stored in UTF-8; the same text for the same letter.

    Nothing in it runs and nothing is fetched: pictures are inside, and only links to the web and to mailboxes
    are links.

    Args:
        letter: as styles set it: no citation waits for its form, and headings carry their labels.
        layout: the page set-up of its template.
        title: of the window and of the document.
        language: of the letter, as BCP 47 writes it.
        images: the pictures by path as written in the letter; one that is not here prints its words.
    """
    rules = stylesheet_of(layout)
    setting = Setting(anchors=anchors_of(letter), images=images)
    head = _head(title, rules)
    return whole(element("html", joined((head, _body(letter, title, setting)), "\n"), {"lang": language}))


def _head(title: str, rules: str) -> Markup:
    parts = (
        void("meta", {"charset": "utf-8"}),
        void("meta", {"http-equiv": "Content-Security-Policy", "content": _content_policy(rules)}),
        void("meta", {"name": "referrer", "content": "no-referrer"}),
        void("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", words(title)),
        stylesheet(rules),
    )
    return element("head", joined(parts, "\n"))


def _content_policy(rules: str) -> str:
    """Return the policy under which a browser shows the file: no script, no network, no style but ours."""
    digest = b64encode(sha256(rules.encode()).digest()).decode("ascii")
    allowed = ("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:")
    return "; ".join((*allowed, "base-uri 'none'", "form-action 'none'"))


def _body(letter: Letter, title: str, setting: Setting) -> Markup:
    footers = tuple(block for block in letter.blocks if _is_division(block, "footer"))
    blocks = tuple(block for block in letter.blocks if not _is_division(block, "footer"))
    opening = tuple(takewhile(lambda block: _is_division(block, *_OPENING), blocks))
    text = (set_blocks(blocks[len(opening) :], setting), endnotes(setting))
    parts = (
        element("a", words("Skip to the letter"), {"class": "skip", "href": "#letter"}),
        _draft_mark(letter),
        element("header", joined((_title(title), set_blocks(opening, setting)), "\n")),
        element("main", joined(filter(None, text), "\n"), {"id": "letter"}),
        element("footer", set_blocks(footers, setting)) if footers else NOTHING,
    )
    return element("body", joined(filter(None, parts), "\n"))


def _is_division(block: Block, *names: str) -> bool:
    return isinstance(block, Division) and block.name in names


def _title(title: str) -> Markup:
    """Return the title for those who hear the page; a cover or a letterhead shows it to those who see it."""
    return element("h1", words(title), {"class": "unseen"})


def _draft_mark(letter: Letter) -> Markup:
    """Return what marks every page of a draft, also one that its template marks; nothing where it is none."""
    marked = any(isinstance(part, Paragraph) and part.role == "draft" for part in walk(letter.blocks))
    if letter.front.values.get("draft") is not True and not marked:
        return NOTHING
    warning = element("span", words(" \N{EM DASH} not for filing"))
    return element("p", joined((words("Draft"), warning)), {"class": "draft"})
