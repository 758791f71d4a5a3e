"""Lists: their definitions, and a count that starts again with each numbered list of the document."""

from audit_report.word.ooxml import NAMESPACES
from audit_report.word.styles import FONT, LISTINGS, PARAGRAPH_STYLES, Listing


class Numbering:
    """The lists a document has come to use; one is made for each list style, more for each that restarts."""

    def __init__(self) -> None:
        self._restarts: list[Listing] = []

    def start(self, listing: Listing) -> int:
        """The number of a fresh list that counts from the beginning."""
        self._restarts.append(listing)
        return len(LISTINGS) + len(self._restarts)

    def xml(self) -> str:
        """The numbering part."""
        definitions = "".join(_definition(listing) for listing in LISTINGS)
        bases = "".join(f"{_open_list(listing.number, listing)}</w:num>" for listing in LISTINGS)
        first = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        restarts = "".join(
            _open_list(number, listing) + first
            for number, listing in enumerate(self._restarts, len(LISTINGS) + 1)
        )
        return f"<w:numbering {NAMESPACES}>{definitions}{bases}{restarts}</w:numbering>"


def _open_list(number: int, listing: Listing) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{listing.number}"/>'


def _definition(listing: Listing) -> str:
    style = next(style for style in PARAGRAPH_STYLES if style.listing is listing)
    indent = round(listing.indent * 20)
    return (
        f'<w:abstractNum w:abstractNumId="{listing.number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{listing.kind}"/>'
        f'<w:pStyle w:val="{style.id}"/><w:lvlText w:val="{listing.mark}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/></w:rPr>'
        "</w:lvl></w:abstractNum>"
    )
