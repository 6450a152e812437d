"""Write a filing as one line of JSON, and read it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

from msgspec import MsgspecError, Struct
from msgspec.json import Decoder

from comment_kit.model.blocks import BlockUse, Filing

SCHEMA = "comment-kit/filing/1"
_FAMILY = "comment-kit/filing/"
_ID = 12
"""Hexadecimal digits of the name of a filing."""
_BLOCKS, _BEHIND_BLOCKS, _OPENED = b'{"blocks":[', b'],"docket":[', b'{"docket":['
"""No string holds them, for a quotation mark in a string is escaped."""


class _Head(Struct, frozen=True):
    """What of a line says by which version of the kit it is to be read."""

    schema: str = ""


_HEADS, _FILINGS = Decoder(_Head), Decoder(Filing)


class NewerLineError(ValueError):
    """A line that a later comment-kit wrote."""


def filing_line(filing: Filing) -> str:
    """Return the line of ``filing``, without the line feed: JSON with its keys in order, the same on every run."""
    return _json({**_said(filing), "id": filing.id})


def filing_id(filing: Filing) -> str:
    """Return the name of a filing: twelve hexadecimal digits of what its line says beside the name.

    Two lines that say the same are one filing, so that branches which both filed it merge into one.
    """
    return sha256(_json(_said(filing)).encode()).hexdigest()[:_ID]


def without_blocks(line: bytes) -> bytes:
    """Return a line without the blocks, which stand first in it as we write it and are half of what it says.

    What is no such line comes back as it is.
    """
    _, joint, rest = line.partition(_BEHIND_BLOCKS)
    return _OPENED + rest if joint and line.startswith(_BLOCKS) else line


def read_line(line: bytes) -> Filing:
    """Return the filing that a line tells.

    Raises:
        NewerLineError: its schema is of a later version.
        ValueError: it is no line of a ledger.
    """
    try:
        schema = _HEADS.decode(line).schema
        if schema == SCHEMA:
            return _FILINGS.decode(line)
    except MsgspecError as fault:
        raise ValueError(str(fault)) from fault
    raise NewerLineError(schema) if schema.startswith(_FAMILY) else ValueError(schema)


def _json(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _said(filing: Filing) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "filed": filing.filed.isoformat(),
        "label": filing.label,
        "letter": filing.letter,
        "title": filing.title,
        "recipient": filing.recipient,
        "docket": list(filing.docket),
        "files": [{"name": each.name, "sha256": each.sha256} for each in filing.files],
        "blocks": [_use(each) for each in filing.blocks],
        "sources": [{"key": each.key, "edition": each.edition, "sha256": each.sha256} for each in filing.sources],
    }


def _use(use: BlockUse) -> dict[str, object]:
    return {
        "name": use.name,
        "fingerprint": use.fingerprint,
        "parameters": dict(use.parameters),
        "within": use.within,
    }
