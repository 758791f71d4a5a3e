"""From records to a tracker's file: sheets, live formulas, drop-downs, dashboard, and an old tracker carried over."""
