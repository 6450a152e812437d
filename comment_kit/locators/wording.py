"""Word a choice for a hint."""

from collections.abc import Iterable


def choice(words: Iterable[str]) -> str:
    """Return words as a choice: "'a', 'b' or 'c'"."""
    quoted = [f"'{word}'" for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
