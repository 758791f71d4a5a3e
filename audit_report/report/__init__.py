"""What the report says, as blocks of data; it knows nothing of Word."""
