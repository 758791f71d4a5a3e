"""Somebody else's tracker, brought in: read, mapped with a person's leave, reshaped and accounted for."""
