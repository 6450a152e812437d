"""Set a letter as the parts of a Word file."""
