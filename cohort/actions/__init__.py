"""The deeds of the cohort."""
