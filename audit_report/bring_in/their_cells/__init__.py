"""What one cell of theirs holds, told apart: dates, dated notes, actions, people, HTML."""
