"""The report as a Word document: how it looks, and the only room that knows of Word."""

from audit_report.word.house.house_style import HouseStyle, UnusableStyleError, read_house_style
from audit_report.word.render import render
from audit_report.word.style_file import style_file

__all__ = ["HouseStyle", "UnusableStyleError", "read_house_style", "render", "style_file"]
