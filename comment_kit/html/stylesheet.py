"""Say how the pages of a letter look, on a screen and on paper."""

from importlib.resources import files

from comment_kit.model.layout import Layout, PageNumbers

_COUNTERS = {
    PageNumbers.PAGE: "counter(page)",
    PageNumbers.PAGE_OF_PAGES: 'counter(page) " of " counter(pages)',
}


def stylesheet_of(layout: Layout) -> str:
    """Return the rules for a letter of ``layout``: its measures first, then those that every letter shares."""
    return f"\n{_measures(layout)}\n{_page(layout)}\n{_shared()}"


def _measures(layout: Layout) -> str:
    """Return the lengths of ``layout`` as custom properties; a screen shows its point as a point."""
    properties = {
        "font": _quoted(layout.font),
        "font-size": _points(layout.font_size),
        "note-size": _points(layout.note_size),
        "line-spacing": f"{layout.line_spacing:g}",
        "page-width": _points(layout.page_width),
        "margin": _points(layout.margin),
        "text-height": _points(layout.page_height - 2 * layout.margin),
    }
    return ":root {" + " ".join(f"--{name}: {value};" for name, value in properties.items()) + "}"


def _page(layout: Layout) -> str:
    """Return the sheet of paper and its page number. Custom properties do not reach here."""
    size = f"size: {_points(layout.page_width)} {_points(layout.page_height)}; margin: {_points(layout.margin)};"
    counter = _COUNTERS.get(layout.page_numbers)
    if counter is None:
        return f"@page {{ {size} }}"
    number = (
        f"@bottom-center {{ content: {counter}; font: {_points(layout.note_size)} {_quoted(layout.font)}, serif; }}"
    )
    first = "" if layout.number_first_page else "\n@page :first { @bottom-center { content: none; } }"
    return f"@page {{ {size} {number} }}{first}"


def _points(length: float) -> str:
    return f"{length:g}pt"


def _quoted(name: str) -> str:
    """Return ``name`` as a CSS string in which nothing can end the string, the rule or the style element."""
    return '"' + "".join(sign if sign.isalnum() or sign in " -" else f"\\{ord(sign):x} " for sign in name) + '"'


def _shared() -> str:
    return files("comment_kit.html").joinpath("letter.css").read_text(encoding="utf-8")
