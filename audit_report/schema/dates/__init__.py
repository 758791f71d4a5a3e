"""Dates as people write them: the days meant by words such as "Summer 2010"."""
