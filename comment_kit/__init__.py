"""Draft, check and reuse footnoted comment letters to federal agencies."""

__version__ = "0.1.0"
