"""The floor under .xlsx and .docx: what may be unpacked, and XML that may be read."""
