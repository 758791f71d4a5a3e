"""The style file: the report's styles in a document that explains each in itself, for a house to make its own."""

from collections.abc import Iterator

from docx.opc.constants import RELATIONSHIP_TYPE

from audit_report.model.scales import Colour, Shade
from audit_report.model.wording import shipped_places
from audit_report.report.blocks import (
    Block,
    Box,
    Cell,
    Grid,
    Heading,
    Label,
    Labelled,
    Prose,
    Provenance,
    Report,
    Subtitle,
)
from audit_report.schema.rich_text import Line, Mark, Run, plain
from audit_report.word import body, styles, word_xml
from audit_report.word.docx_out import drop_parts, write_package
from audit_report.word.empty_document import add_links_and_lists, empty_document
from audit_report.word.page_sizes import PORTRAIT
from audit_report.word.paragraphs import Writer
from audit_report.word.styles import CharacterStyle, ParagraphStyle, TableStyle

_TITLE = "House style for the committee report"


def _says(style: ParagraphStyle | CharacterStyle | TableStyle, about: str) -> str:
    """A style's name as Word shows it, and what it is for."""
    return f"{styles.shown_name(style.name)}: {about}"


def _shipped(place: str) -> str:
    """The report's own words at a place."""
    return shipped_places()[place].text[0]


def _fact(label: str, value: str) -> Cell:
    """A fact of a box, under the label of a place."""
    return Cell((plain(value),), _shipped(label))


_USE: tuple[Block, ...] = (
    Heading(1, _TITLE),
    Subtitle(_says(styles.SUBTITLE, "the period, under the report’s title, which is in Heading 1")),
    Heading(2, "How to use this file"),
    Prose(
        (
            plain(
                "The report takes its looks from the styles of this file. Change them, save the file, and name it "
                "when you build the report:"
            ),
            Line((Run("audit-report build tracker.xlsx --style house.docx", bold=True),)),
            plain(
                "In Word, on the Home tab, right-click a style in the Styles gallery and choose Modify. Change its "
                "font, size, colour or spacing, never its name. The two table styles are on the Table Design tab, "
                "which is there while you are in a table.",
                Mark.NUMBER,
            ),
            plain(
                "Set the size of the paper and the margins on the Layout tab. Wide tables are printed on the same "
                "paper turned on its side. To give those pages a set-up, header or footer of their own, add a "
                "landscape section.",
                Mark.NUMBER,
            ),
            plain(
                "Type your header, or place your logo, at the top of this page; give a logo alternative text. Left "
                "empty, the report’s own header is printed.",
                Mark.NUMBER,
            ),
            plain(
                "Type your footer at the foot of this page, and put the page number in it (Insert, Page Number). A "
                "footer without one is given one below its words.",
                Mark.NUMBER,
            ),
            plain("Save the file as a Word Document (.docx).", Mark.NUMBER),
            plain(
                "Nothing else is taken from this file: none of its words, and no macros or linked files. A style "
                "that you delete looks as it does in a fresh copy of this file."
            ),
            plain(
                "Keep the report easy to read: text of 12 points or more, 10 in tables, a contrast of 4.5 to 1 or "
                "more between words and what they are printed on, and ratings that can still be told apart when "
                "printed in grey."
            ),
        )
    ),
)
_TEXT: tuple[Block, ...] = (
    Heading(2, _says(styles.HEADINGS[2], "a section of the report")),
    Heading(3, _says(styles.HEADINGS[3], "a part of a section")),
    Prose(
        (
            Line(
                (
                    Run(
                        _says(
                            styles.NORMAL, "the paragraphs of the report. Most other styles are based on it. "
                        )
                    ),
                    Run(_says(styles.HYPERLINK, "a link"), link="https://www.example.org/"),
                    Run("."),
                )
            ),
            plain(_says(styles.LIST_BULLET, "a list in the text."), Mark.BULLET),
            plain(_says(styles.LIST_NUMBER, "a numbered list, such as the steps above."), Mark.NUMBER),
            plain(_says(styles.LIST_LETTER, "the list of the report’s sections."), Mark.LETTER),
        )
    ),
    Label(_says(styles.LABEL, "stands above what it names, such as the latest progress")),
    Labelled(
        _says(styles.LABEL_TEXT, "runs in"),
        f"before what it names. {_says(styles.LABELLED, 'the whole line, such as the director accountable.')}",
    ),
)
_TABLES: tuple[Block, ...] = (
    Heading(2, "Boxes"),
    Prose((plain(_says(styles.BOX, "the table that opens each recommendation, a table style.")),)),
    Box(
        styles.BOX.name,
        ("Item", "Details", "Where it stands"),
        (
            Cell(
                (plain(_says(styles.TABLE_SUBJECT, "the recommendation itself.")),),
                _says(styles.TABLE_LABEL, "what a row is about"),
            ),
            Cell((plain(styles.RATINGS[Colour.GREEN].name),), "Status:", Colour.GREEN),
            _fact("Label Source", _says(styles.TABLE_TEXT, "the words in a table.")),
            _fact("Label Priority", f"Priority and reason, the label in {styles.LABEL_TEXT.name}."),
            _fact("Label Other relevant assessments", _shipped("None")),
            _fact("Label Since last report", _shipped("Since last first")),
        ),
    ),
    Heading(2, "Tables"),
    Prose((plain(_says(styles.GRID, "every other table, a table style.")),)),
    Grid(
        styles.GRID.name,
        (_says(styles.TABLE_HEADING, "the first row"), "Where it is used"),
        (
            (
                Cell((plain(styles.TABLE_LABEL.name),), heads_row=True),
                Cell((plain("The first column, where it says what a row is about."),)),
            ),
            (
                Cell((plain(styles.TABLE_LABEL_BULLET.name, Mark.BULLET),), heads_row=True),
                Cell((plain("A part of what the row above is about."),)),
            ),
            (
                Cell((plain("Lists in a table"),), heads_row=True),
                Cell(
                    (
                        plain(styles.TABLE_BULLET.name, Mark.BULLET),
                        plain(styles.TABLE_NUMBER.name, Mark.NUMBER),
                        plain(styles.TABLE_LETTER.name, Mark.LETTER),
                    )
                ),
            ),
            *(
                (
                    Cell((plain(styles.RATINGS[rating].name),), rating=rating, heads_row=True),
                    Cell((plain(about),)),
                )
                for ratings, about in (
                    (Shade, "A recommendation’s priority, in Annex 1."),
                    (Colour, "An improvement plan’s status, in the boxes and in Annex 2."),
                )
                for rating in ratings
            ),
        ),
        (0.4, 0.6),
    ),
)
_EVERY_PAGE: tuple[Block, ...] = (
    Heading(2, "Charts, and what every page carries"),
    Prose(
        (
            plain(
                "These styles are for charts and for the top and the foot of the pages; they stand here only to be "
                "seen."
            ),
        )
    ),
)
_SEEN_HERE = (
    (styles.CHART, "the paragraph that holds a chart of the summary"),
    (styles.DRAFT_MARK, "above the header of a draft"),
    (styles.HEADER, "the running header, at the top of every page"),
    (styles.FOOTER, "the running footer, at the foot of every page, with the page’s number"),
)


def style_file() -> bytes:
    """The default styles as a .docx; the same bytes every time."""
    about = Report(
        title=_TITLE,
        subject="",
        author="Audit Report",
        language="en-GB",
        header="",
        footer="",
        page_number="",
        contents="",
        skip_link="",
        parts=(),
        provenance=Provenance("", "", "", ""),
    )
    document = empty_document(about, None)
    package = document.part.package
    drop_parts(package, {RELATIONSHIP_TYPE.CUSTOM_PROPERTIES})
    writer = Writer()

    written = word_xml.document_part("".join(_body(writer))).encode()
    add_links_and_lists(document, writer)
    return write_package(package, written)


def _body(writer: Writer) -> Iterator[str]:
    """The body in pieces: one upright section, with neither header nor footer."""
    yield from body.pieces((*_USE, *_TEXT, *_TABLES, *_EVERY_PAGE), PORTRAIT, writer)
    for style, about in _SEEN_HERE:
        yield word_xml.paragraph(style.id, word_xml.run(_says(style, about)))
    yield PORTRAIT.section("")
