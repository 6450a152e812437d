"""What a writer types after the comma of a citation, and the place in the source that it means."""

from comment_kit.locators.findings import FINDINGS, UNKNOWN_LOCATOR
from comment_kit.locators.letters import pinpointed, unknown_source
from comment_kit.locators.reading import is_foreign, read_locator

__all__ = ["FINDINGS", "UNKNOWN_LOCATOR", "is_foreign", "pinpointed", "read_locator", "unknown_source"]
