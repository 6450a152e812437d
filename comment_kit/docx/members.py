"""Open a zip from anywhere within limits, and unpack a member when it is asked for."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from comment_kit.errors import CommentKitError

MOST_MEMBERS = 4000
MOST_BYTES = 400 * 1024 * 1024
"""Of all members together, unpacked; they are never all in memory."""
HIGHEST_RATIO = 400
"""Unpacked to packed bytes of one member, above a megabyte; honest XML stays far below."""

_MEGABYTE = 1024 * 1024
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    NotImplementedError,
    EOFError,
    ValueError,
    OSError,
)


class Members(Mapping[str, bytes]):
    """The files of one zip by their names.

    Raises:
        CommentKitError: it is no zip, a broken or encrypted one, or larger than any letter; a member is so when it
            is asked for.
    """

    def __init__(self, content: bytes, name: str) -> None:
        """Open the zip ``content``, which messages call ``name``."""
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise self._broken() from error
        self._listed = {each.filename: each for each in self._archive.infolist() if not each.is_dir()}
        self._refuse_bombs()

    def __getitem__(self, name: str) -> bytes:
        member = self._listed[name]
        try:
            # No more is unpacked than the directory of the zip promises, by which it was judged.
            return self._archive.read(member)
        except _BROKEN as error:
            raise self._broken() from error
        except RuntimeError as error:  # what zipfile raises for a member with a password
            raise CommentKitError(f"{self._name} is encrypted", remedy="save it without a password") from error

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    def __contains__(self, name: object) -> bool:
        return name in self._listed

    def _broken(self) -> CommentKitError:
        return CommentKitError(f"{self._name} is no Word file, or a broken one", remedy="give a .docx")

    def _refuse_bombs(self) -> None:
        listed = self._archive.infolist()
        if len(listed) > MOST_MEMBERS:
            raise CommentKitError(f"{self._name} holds {len(listed)} parts, more than any letter")
        if sum(each.file_size for each in listed) > MOST_BYTES:
            raise CommentKitError(
                f"{self._name} unpacks to more than {MOST_BYTES // _MEGABYTE} MB, more than any letter"
            )
        for each in listed:
            ratio = each.file_size // max(each.compress_size, 1)
            if each.file_size > _MEGABYTE and ratio > HIGHEST_RATIO:
                raise CommentKitError(f"{self._name} holds a part packed {ratio} to 1, as no letter does")
