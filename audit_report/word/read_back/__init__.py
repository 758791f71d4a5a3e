"""A written report read again: what it was made from, and the words it holds now."""
