"""What a Word file says of itself: its properties, and what our own part of it records."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from comment_kit.model.blocks import BlockUse


class About(Struct, frozen=True, kw_only=True):
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
    blocks: tuple[BlockUse, ...] = ()
    """The blocks that the letter sets, so that a draft which is finished in Word still tells them when it is filed."""
    block_texts: Mapping[str, str] = field(default_factory=dict)
    """Their texts by fingerprint."""
    recipient: str = ""
    """The agency, where the letter names one."""
    docket: tuple[str, ...] = ()
    """Its numbers."""
    draft: bool = False
    """True to mark every page as a draft."""
