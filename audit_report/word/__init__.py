"""The report as a Word document: how it looks, and the only room that knows of Word."""

from audit_report.word.guide import style_file
from audit_report.word.house import HouseStyle, UnusableStyleError, read_house_style
from audit_report.word.render import render

__all__ = ["HouseStyle", "UnusableStyleError", "read_house_style", "render", "style_file"]
