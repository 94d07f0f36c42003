"""Chasers: what is reminded of, when and to whom."""
