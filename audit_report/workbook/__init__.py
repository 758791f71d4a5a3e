"""The spreadsheet's doors: reading a tracker into records, and making a blank one."""
