"""The report as a Word document: how it looks, and the only room that knows of Word."""

from audit_report.word.render import render

__all__ = ["render"]
