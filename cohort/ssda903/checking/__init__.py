"""Each cell of a row is looked at by itself, and then the row."""
