"""Download the file of a source from the address in its entry: https only, within limits, on the user's word."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.parse import urlsplit

from comment_kit import __version__
from comment_kit.errors import CommentKitError

SIZE_LIMIT = 100_000_000
"""Bytes of a download."""
TIME_LIMIT = 60.0
"""Seconds for the whole download."""

_SILENCE = 15.0  # seconds without a byte
_PIECE = 65_536
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def fetch(address: str, *, size_limit: int = SIZE_LIMIT, time_limit: float = TIME_LIMIT) -> bytes:
    """Return what stands at ``address``.

    Raises:
        CommentKitError: the address is not https (or http on this machine), or leads to one that is not; there is
            no answer, or one beyond the limits of size, in bytes, or time, in seconds.
    """
    _refuse_unsafe(address)
    request = urllib.request.Request(address, headers={"User-Agent": f"comment-kit/{__version__}"})  # noqa: S310 - checked
    opener = urllib.request.build_opener(_SafeRedirects)
    end = time.monotonic() + time_limit
    try:
        with opener.open(request, timeout=min(_SILENCE, time_limit)) as response:
            return _within(response, address, size_limit, end)
    except (urllib.error.URLError, HTTPException, OSError) as fault:
        raise CommentKitError(
            f"cannot be fetched: {_reason(fault)}", where=address, remedy="download it yourself and use 'sources add'"
        ) from fault


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follow an answer elsewhere only to where one may begin, and never from the web to this machine."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - the library's interface
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Return the request for the new address.

        Raises:
            CommentKitError: it may not be asked.
        """
        _refuse_unsafe(newurl)
        if _is_local(newurl) and not _is_local(req.full_url):
            raise CommentKitError(f"leads to this machine ({newurl}), which is not followed", where=req.full_url)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_unsafe(address: str) -> None:
    scheme = urlsplit(address).scheme
    if scheme != "https" and not (scheme == "http" and _is_local(address)):
        raise CommentKitError(
            "only addresses with https are fetched", where=address, remedy="correct the url in the entry"
        )


def _is_local(address: str) -> bool:
    return urlsplit(address).hostname in _LOOPBACK


def _within(response: HTTPResponse, address: str, size_limit: int, end: float) -> bytes:
    pieces = bytearray()
    while piece := response.read1(_PIECE):
        pieces += piece
        if len(pieces) > size_limit:
            raise CommentKitError(f"the file has more than {size_limit:,} bytes", where=address)
        if time.monotonic() > end:
            raise CommentKitError(
                "the download takes too long", where=address, remedy="try again, or use 'sources add'"
            )
    return bytes(pieces)


def _reason(fault: Exception) -> str:
    if isinstance(fault, urllib.error.HTTPError):
        return f"the server answers {fault.code} {fault.reason}"
    if isinstance(fault, urllib.error.URLError):
        return str(fault.reason)
    return str(fault) or type(fault).__name__
