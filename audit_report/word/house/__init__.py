"""A house style: what the report takes on from an authority's own Word file."""
