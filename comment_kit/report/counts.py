"""Say how many there are of a thing."""


def counted(count: int, noun: str) -> str:
    """Return "1 block" or "2,000 blocks"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
