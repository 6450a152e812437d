"""Carry a picture inside the file that shows it."""

from base64 import b64encode

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
"""First bytes of each kind. SVG is left out: it is a program's file more than a picture."""


def data_address(picture: bytes) -> str | None:
    """Return an address that holds ``picture`` itself; None where its kind is not one that every browser shows."""
    kind = media_type(picture)
    return f"data:{kind};base64,{b64encode(picture).decode('ascii')}" if kind else None


def media_type(picture: bytes) -> str | None:
    """Return what ``picture`` is by its first bytes ("image/png"), whatever its file is called."""
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for signature, kind in _SIGNATURES if picture.startswith(signature)), None)
