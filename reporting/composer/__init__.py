"""What stands around a section's words while they are written."""
