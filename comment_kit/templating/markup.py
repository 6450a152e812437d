"""Tell a template's own characters from the values that it prints."""

from jinja2.runtime import Undefined

from comment_kit.templating.faults import Refused


class Markup(str):
    """Text whose markup characters are meant: what a template itself wrote, or what was escaped already."""

    __slots__ = ()


def printable(value: object) -> str:
    """Return ``value`` as a template prints it; nothing for None.

    Raises:
        Refused: a list, a mapping or a function, which a reader never wants to see as Python writes it.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple, dict)):
        raise Refused("a list cannot be printed as it is", remedy='join it: {{ names | join(", ") }}')
    if callable(value) and not isinstance(value, Undefined):
        raise Refused("a function cannot be printed", remedy="call it: write () behind its name")
    return str(value)
