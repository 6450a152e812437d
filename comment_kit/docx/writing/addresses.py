"""Make the address of a link one that Word accepts: one malformed address makes it refuse the whole file."""

import re
from urllib.parse import quote, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "tel"})

# What RFC 3986 allows in an address; a percent sign stands only before two hexadecimal digits.
_ALLOWED = "!#$&'()*+,/:;=?@~-._%"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


# Most addresses: a plain host, and nothing that would have to be escaped.
_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[A-Za-z0-9!$&'()*+,/:;=?@~._-]*)?")


def word_address(url: str) -> str | None:
    """Return ``url`` with what an address may not hold escaped, or None where it leads nowhere on the web."""
    if _PLAIN.fullmatch(url):
        return url
    url = url.strip()
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or (parts.scheme in {"http", "https", "ftp"} and not parts.hostname):
        return None
    return quote(_BARE_PERCENT.sub("%25", url), safe=_ALLOWED, errors="replace")
