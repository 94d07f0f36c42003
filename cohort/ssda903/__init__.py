"""DfE's SSDA903 return: its tables, its codes by year, and the way in for children and care."""
