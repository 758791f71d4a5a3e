"""The tracker's own formulas worked out, so that a file holds their values before a spreadsheet has opened it."""
