"""How the day of a duty is counted and told; the front of it all is statute.duties."""
