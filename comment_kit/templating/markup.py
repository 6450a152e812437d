"""Tell a template's own characters from the values that it prints."""

from comment_kit.templating.faults import Refused


class Markup(str):
    """Text whose markup characters are meant: what a template itself wrote, or what was escaped already."""

    __slots__ = ()


def printable(value: object) -> str:
    """Return ``value`` as a template prints it; nothing for None.

    Raises:
        Refused: a list or a mapping, which a reader never wants to see as Python writes it.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple, dict)):
        raise Refused("a list cannot be printed as it is", remedy='join it: {{ names | join(", ") }}')
    return str(value)
