"""How long the annual report takes to print, beside others with the same content."""
