"""The copy of a Word file that is filed: what must be settled before it is made, and what is taken out of it."""
