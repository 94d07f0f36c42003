"""The deeds done to disputes."""
