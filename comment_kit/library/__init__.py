"""The citation database: entries and pinpoint tables in files become a library of sources."""

from comment_kit.library.findings import FINDINGS
from comment_kit.library.kinds import EntryPattern, KindRecord, Kinds, kind_key, read_kinds
from comment_kit.library.reading import read_library

__all__ = ["FINDINGS", "EntryPattern", "KindRecord", "Kinds", "kind_key", "read_kinds", "read_library"]
