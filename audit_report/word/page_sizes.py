"""Pages, upright and on their side: A4 unless a house style sets others; lengths in twips (1/1440 inch)."""

import re
from dataclasses import dataclass, replace

_SIDE = 850  # 1.5 cm
_TOP = 907  # 1.6 cm: room for the running header
_FOOT = 794  # 1.4 cm
_RUNNING = 454  # 0.8 cm, from the edge to the running header and footer
RAISED = 284  # 0.5 cm: as far from the edge as printers reach
_LONGEST = 31_680  # 22 inches, the longest side of a page in Word
_LENGTH = re.compile(r"-?[0-9]{1,6}(\.[0-9]{1,9})?")
"""Such as 1077, -360 or, as some programs write it, 11906.0."""


def length(text: str) -> int | None:
    """The length in an attribute; None where it is none, or longer than a page can be."""
    twips = round(float(text)) if _LENGTH.fullmatch(text) else None
    return twips if twips is not None and abs(twips) <= _LONGEST else None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one orientation: its size, margins, and where its running header and footer start."""

    width: int
    height: int
    top: int = _TOP
    right: int = _SIDE
    bottom: int = _FOOT
    left: int = _SIDE
    header: int = _RUNNING
    footer: int = _RUNNING
    gutter: int = 0

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its side."""
        return self.width > self.height

    @property
    def text_width(self) -> int:
        """The room between the side margins."""
        return self.width - self.left - self.right - self.gutter

    @property
    def text_height(self) -> int:
        """The room between the running header and footer; a negative margin is one they may not push."""
        return self.height - abs(self.top) - abs(self.bottom)

    def turned(self) -> "Page":
        """The page the other way up, each margin still on its side."""
        return replace(self, width=self.height, height=self.width)

    def section(self, references: str, *, own_first: bool = False) -> str:
        """The properties of a section on such pages; `references` name what it carries at the top and foot.

        With `own_first` its first page carries what is meant for a first page.
        """
        turned = ' w:orient="landscape"' if self.landscape else ""
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}" '
            f'w:header="{self.header}" w:footer="{self.footer}" w:gutter="{self.gutter}"/>'
            f'<w:cols w:space="708"/>{"<w:titlePg/>" if own_first else ""}</w:sectPr>'
        )


PORTRAIT = Page(11906, 16838)
LANDSCAPE = PORTRAIT.turned()
