"""The wiring: settings, addresses, jobs, the clock."""
