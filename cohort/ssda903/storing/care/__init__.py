"""Episodes: periods of care and the episodes within them."""
