"""Write a zip again with some of its members changed, and the others as they were."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip knows, for members that are new: the clock would make every copy another one."""


def rewritten(content: bytes, changes: Mapping[str, bytes]) -> bytes:
    """Return the zip ``content`` with the members in ``changes`` in their places, new ones at the end."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(stream, "w") as after:
        after.comment = before.comment
        for each in before.infolist():
            member = changes.get(each.filename)
            after.writestr(_alike(each), before.read(each) if member is None else member)
        for name in (name for name in changes if name not in before.NameToInfo):
            new = zipfile.ZipInfo(name, date_time=_EPOCH)
            new.compress_type, new.create_system = zipfile.ZIP_DEFLATED, 0
            after.writestr(new, changes[name])
    return stream.getvalue()


def _alike(member: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return the head of a member for another zip: what it is called and when it was made, not where it stood."""
    alike = zipfile.ZipInfo(member.filename, date_time=member.date_time)
    alike.compress_type = zipfile.ZIP_STORED if member.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
    alike.create_system, alike.external_attr, alike.comment = member.create_system, member.external_attr, member.comment
    return alike
