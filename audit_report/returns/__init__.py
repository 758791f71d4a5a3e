"""Copies of the tracker that come back: what was sent, what each says now, and the one tracker they make."""
