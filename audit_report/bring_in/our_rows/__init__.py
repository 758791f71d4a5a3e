"""Our rows, made from theirs as the map says."""
