"""DfE's SSDA903 return, in and out."""
