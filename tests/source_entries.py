"""Build entries of sources whose page text is read in tests."""

from comment_kit.model.dates import PartialDate
from comment_kit.model.places import Location
from comment_kit.model.sources import Kind, Recall, Source

ORDER = Kind(name="executive order", recall=Recall.SHORT)
NOTICE = Kind(name="notice", recall=Recall.SHORT)
REPORT = Kind(name="report", recall=Recall.SUPRA)
REGULATION = Kind(name="regulation", recall=Recall.SHORT)


def entry(key: str = "report", kind: Kind = REPORT, pages: tuple[str, str] | None = None, **fields: str) -> Source:
    """Return an entry; ``date`` is a year, a month or a day as 2024-07-26."""
    parts = [int(part) for part in fields.get("date", "").split("-") if part]
    date = PartialDate(**dict(zip(("year", "month", "day"), parts, strict=False))) if parts else None
    first, last = pages or (None, None)
    return Source(
        key=key,
        kind=kind,
        fields={"title": "A Report on Models", **fields},
        date=date,
        first_page=first,
        last_page=last,
        location=Location(file="own.bib", line=3),
    )
