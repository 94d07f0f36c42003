"""The deeds of reviews: planning, booking, the outcome form, the record."""
