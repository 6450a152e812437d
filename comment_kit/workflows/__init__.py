"""The only code that knows how the rooms join: one module for each thing a user does."""
