"""Tell the paths of somebody's machine from addresses that everybody can reach."""

from __future__ import annotations

import re

_PATH = re.compile(r"(?:file:|[A-Za-z]:[\\/]|\\\\|~?/(?:Users|home|Volumes|tmp|private|var|mnt)/)", re.IGNORECASE)


def is_path(value: str) -> bool:
    """Return whether ``value`` is a place on a machine or in a house's network, and none on the web."""
    return _PATH.match(value.strip().strip('"')) is not None


def file_name(path: str) -> str:
    """Return the name of the file that ``path`` leads to."""
    return re.split(r"[\\/]", path.strip().rstrip("\\/"))[-1]
