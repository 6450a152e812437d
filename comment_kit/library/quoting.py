"""Quote what a writer wrote, as far as a message can hold it."""

_LONGEST = 60


def quoted(words: str) -> str:
    """Return the first line of ``words`` in quotation marks, cut where a message would run on."""
    first = words.strip().split("\n", maxsplit=1)[0]
    return f"'{first}'" if len(first) <= _LONGEST else f"'{first[: _LONGEST - 1]}…'"
