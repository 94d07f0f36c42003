"""The whole service on one machine, for `make run`: one supervisor and its processes."""
