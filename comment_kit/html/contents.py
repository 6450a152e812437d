"""List the headings of a letter, each with a link to it."""

from comment_kit.html.inlines import Setting, unlinked
from comment_kit.html.markup import NOTHING, Markup, element, joined, words
from comment_kit.model.letter import Heading


def contents_list(setting: Setting) -> Markup:
    """Return the headings in order as a list of links; nothing where the letter has none."""
    entries = joined((_entry(heading, setting) for heading in setting.anchors.headings), "\n")
    return element("ul", entries) if entries else NOTHING


def _entry(heading: Heading, setting: Setting) -> Markup:
    title = element("span", unlinked(heading.content, setting))
    label = element("span", words(heading.label), {"class": "label"}) if heading.label else NOTHING
    inside = joined(filter(None, (label, title)), " ")
    if heading.id:
        inside = element("a", inside, {"href": f"#{setting.anchors.heading_anchors[heading.id]}"})
    return element("li", inside, {"class": f"level-{heading.level}"})
