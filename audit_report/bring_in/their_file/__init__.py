"""Their file, of any format, as grids of what a person sees in each cell."""
