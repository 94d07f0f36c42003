"""What everybody may read: published editions, and nothing else of the database."""
