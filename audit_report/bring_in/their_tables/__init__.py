"""The tables in their sheets: headers, rows, headings, and what is passed over."""
