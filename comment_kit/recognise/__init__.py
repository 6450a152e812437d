"""Find the citations in notes that nobody tagged: anybody's letter becomes one that can be checked."""

from comment_kit.recognise.letters import recognise
from comment_kit.recognise.recognised import Recognised

__all__ = ["Recognised", "recognise"]
