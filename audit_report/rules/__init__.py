"""The decisions: priority (Annex 1), status (Annex 2), who is reported and what changed."""
