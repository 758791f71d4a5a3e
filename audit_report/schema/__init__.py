"""How a sheet and its columns are declared, and how each kind of cell is read."""
