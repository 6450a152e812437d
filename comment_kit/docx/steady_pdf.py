"""Take the clock out of a PDF of LibreOffice, so that the same letter gives the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import re

_CREATED = re.compile(rb"/CreationDate\(D:(\d{14})([^)]*)\)")
_IDENTITY = re.compile(rb"/ID\s*\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>\s*\]")
_CHECKSUM = re.compile(rb"/DocChecksum\s*/([0-9A-F]{32})")
_TAIL = b"endstream"


def steady(pdf: bytes, day: dt.date) -> bytes:
    """Return ``pdf`` as if it had been made on ``day``, its identity taken from what it holds.

    Each change keeps its length, so that every object stays where the file says it is. A PDF that says none of this
    where LibreOffice does is returned as it is.
    """
    start = pdf.rfind(_TAIL) + 1
    body, tail = pdf[:start], pdf[start:]
    tail = _set(tail, _CREATED, f"{day:%Y%m%d}000000".encode())
    for mark in (_IDENTITY, _CHECKSUM):
        tail = _set(tail, mark, b"0" * 32)
    identity = hashlib.sha256(body + tail).hexdigest()[:32].upper().encode()
    for mark in (_IDENTITY, _CHECKSUM):
        tail = _set(tail, mark, identity)
    return body + tail


def _set(content: bytes, mark: re.Pattern[bytes], value: bytes) -> bytes:
    """Return ``content`` with ``value`` in the place of each old value of the same length."""
    found = mark.search(content)
    for group in range(1, (mark.groups if found else 0) + 1):
        at = found.start(group) if found else 0
        if found and len(found[group]) == len(value):
            content = content[:at] + value + content[at + len(value) :]
    return content
