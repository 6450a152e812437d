"""Write diagnostics as lines for a terminal: where, what, and what to do."""

from collections import Counter
from collections.abc import Iterable, Iterator

from comment_kit.model.diagnostics import Diagnostic, Severity

MOST_SHOWN = 200
"""Who has more to mend mends these first; the window of a terminal does not hold more either."""


def render_text(diagnostics: Iterable[Diagnostic], *, rest: str = "mend these first") -> str:
    """Return one line for each diagnostic, its hint on the next, and a count at the end; "" for none.

    Of very many the gravest ``MOST_SHOWN`` are shown, in order of place, and the others counted.

    Args:
        diagnostics: in order of place.
        rest: what to do to see the others.
    """
    found = tuple(diagnostics)
    if not found:
        return ""
    shown = _gravest(found)
    lines = [line for diagnostic in shown for line in _lines(diagnostic)]
    if len(shown) < len(found):
        lines.append(f"... and {_counted(_severities(found) - _severities(shown))} more: {rest}")
    return "\n".join([*lines, count_line(found)]) + "\n"


def count_line(diagnostics: Iterable[Diagnostic]) -> str:
    """Return "3 errors, 1 warning"; "" for none."""
    return _counted(_severities(diagnostics))


def _gravest(found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return the first ``MOST_SHOWN``, errors before warnings and these before hints, in their own order again."""
    gravest = sorted(range(len(found)), key=lambda place: _RANKS[found[place].severity])
    return tuple(found[place] for place in sorted(gravest[:MOST_SHOWN]))


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    severity = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
    where = diagnostic.location
    note = f"note {where.note}: " if where.note and where.line else ""
    yield f"{where}: {diagnostic.code} {severity}{note}{diagnostic.message}"
    yield from (f"  see also: {place}" for place in diagnostic.related)
    if diagnostic.hint:
        yield f"  hint: {diagnostic.hint}"


def _severities(found: Iterable[Diagnostic]) -> Counter[Severity]:
    return Counter(diagnostic.severity for diagnostic in found)


def _counted(counts: Counter[Severity]) -> str:
    listed = ((severity, counts[severity]) for severity in Severity)
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in listed if count)
