"""A council with invented people whose records give a published year's figures exactly."""
