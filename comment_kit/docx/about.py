"""What a Word file says of itself: its properties, and what our own part of it records."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The properties of the file and the circumstances under which it was set."""

    title: str
    author: str = ""
    """The organization that files, as the property "author"."""
    subject: str = ""
    keywords: str = ""
    language: str = "en-US"
    style: str = ""
    """The name of the style pack that set the citations."""
    date: dt.date | None = None
    """The day of filing; also the day on which the file says it was made."""
    sources: tuple[str, ...] = ()
    """The keys of the sources that the letter cites."""
    draft: bool = False
    """True to mark every page as a draft."""
