"""The map from their columns and words to ours: proposed, written, read back and asked about."""
