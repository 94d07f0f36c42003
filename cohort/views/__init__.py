"""The pages of the cohort."""
