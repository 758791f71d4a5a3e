"""What the tracker holds: the vocabulary, one record class per sheet, and the whole with its look-ups."""
