"""The rows that wait are looked at as sets, and go into the records or back."""
