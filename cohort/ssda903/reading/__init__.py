"""The files of a return are read as streams: what they are, their lines, their cells."""
