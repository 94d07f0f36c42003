"""A return goes out: checked first, then written."""
