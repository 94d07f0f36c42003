"""A return comes in: children, periods of care, episodes, past reviews, next due days."""
