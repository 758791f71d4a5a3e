"""Files on disk: written whole or not at all, replaced only where they may be, and the PDF beside a report."""
