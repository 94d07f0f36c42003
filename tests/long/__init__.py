"""Proofs that take minutes: `make long` runs them, `make test` their small sisters."""
