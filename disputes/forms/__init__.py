"""The questions asked about disputes."""
