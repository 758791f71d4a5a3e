"""A4 pages, upright and on their side; lengths in twips (1/1440 inch)."""

from dataclasses import dataclass

_SIDE = 1077  # 1.9 cm
_TOP = 1247  # 2.2 cm: room for the running header
_FOOT = 1077  # 1.9 cm
_RUNNING = 567  # 1 cm, from the edge to the running header and footer


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one orientation."""

    width: int
    height: int

    @property
    def text_width(self) -> int:
        """The room between the side margins."""
        return self.width - 2 * _SIDE

    @property
    def text_height(self) -> int:
        """The room between the running header and footer."""
        return self.height - _TOP - _FOOT

    def section(self, references: str) -> str:
        """The properties of a section on such pages; `references` name its header and footer."""
        turned = ' w:orient="landscape"' if self.width > self.height else ""
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_FOOT}" w:left="{_SIDE}" '
            f'w:header="{_RUNNING}" w:footer="{_RUNNING}" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
        )


PORTRAIT = Page(11906, 16838)
LANDSCAPE = Page(16838, 11906)


def page_of(*, landscape: bool) -> Page:
    """The page of an orientation."""
    return LANDSCAPE if landscape else PORTRAIT
