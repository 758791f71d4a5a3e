"""The report as one page for the council's site: how it looks there, and the only room that knows of HTML."""

from audit_report.web.html_page import render

__all__ = ["render"]
