"""Write diagnostics as lines for a terminal: where, what, and what to do."""

from collections.abc import Iterable

from comment_kit.model.diagnostics import Diagnostic, Severity


def render_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one line for each diagnostic, its hint on the next, and a count at the end; "" for none."""
    lines: list[str] = []
    counts = dict.fromkeys(Severity, 0)
    for diagnostic in diagnostics:
        counts[diagnostic.severity] += 1
        lines.append(_line(diagnostic))
        lines += [f"  see also: {place}" for place in diagnostic.related]
        if diagnostic.hint:
            lines.append(f"  hint: {diagnostic.hint}")
    if not lines:
        return ""
    return "\n".join([*lines, _summary(counts)]) + "\n"


def _line(diagnostic: Diagnostic) -> str:
    severity = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
    return f"{diagnostic.location}: {diagnostic.code} {severity}{diagnostic.message}"


def _summary(counts: dict[Severity, int]) -> str:
    return ", ".join(f"{count} {severity}{'s' if count > 1 else ''}" for severity, count in counts.items() if count)
