"""Imitations of what Word rewrites when it saves a document that nobody has edited; Word itself does not run here."""

import re

from tests.word.forgeries import DOCUMENT, MAIN, OFFICE, SETTINGS, STYLES
from tests.word.tampering import Parts, append_relation, in_part, replaced

NUMBERING, CHART, THEME = "word/numbering.xml", "word/charts/chart1.xml", "word/theme/theme1.xml"
CUSTOM, CORE, APP, TYPES = (
    "docProps/custom.xml",
    "docProps/core.xml",
    "docProps/app.xml",
    "[Content_Types].xml",
)
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SPACES = f'xmlns:w14="{W14}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'


def revision_marks(parts: Parts) -> None:
    """The marks by which Word merges versions, on paragraphs, runs, rows and sections, and ids of paragraphs."""
    text = parts[DOCUMENT].decode().replace("<w:document ", f"<w:document {_SPACES} ", 1)
    ids = 'w14:paraId="4A2C1F03" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3" w:rsidP="00A1B2C3"'
    for before, after in (
        ("<w:p>", f"<w:p {ids}>"),
        ("<w:r>", '<w:r w:rsidRPr="00A1B2C3">'),
        ("<w:tr>", f"<w:tr {ids}>"),
    ):
        text = text.replace(before, after)
    parts[DOCUMENT] = text.encode()


def spelling_marks(parts: Parts) -> None:
    """Marks around words that the spelling or grammar check does not know, and where a page ended last time."""
    wrong = '<w:proofErr w:type="spellStart"/>'
    right = '<w:proofErr w:type="spellEnd"/><w:r><w:lastRenderedPageBreak/></w:r>'
    text = re.sub(r"(<w:r>.*?</w:r>)", rf"{wrong}\1{right}", parts[DOCUMENT].decode())
    parts[DOCUMENT] = text.encode()


def split_runs(parts: Parts) -> None:
    """A run cut in two at its first space."""

    def cut(found: re.Match[str]) -> str:
        look, first, rest = found[1], found[2], found[3]
        tag = '<w:t xml:space="preserve">'
        return f"<w:r>{look}{tag}{first} </w:t></w:r><w:r>{look}{tag}{rest}</w:t></w:r>"

    pattern = (
        r'<w:r>((?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?)<w:t xml:space="preserve">([^< ]+) ([^<]+)</w:t></w:r>'
    )
    parts[DOCUMENT] = re.sub(pattern, cut, parts[DOCUMENT].decode()).encode()


def bookmarks(parts: Parts) -> None:
    """The place where the writer was last."""
    mark = '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'
    in_part(DOCUMENT, "</w:pPr><w:r>", f"</w:pPr>{mark}<w:r>")(parts)


def languages(parts: Parts) -> None:
    """The language of each run, and that it is not to be checked."""
    in_part(
        DOCUMENT,
        "<w:r><w:t",
        '<w:r><w:rPr><w:noProof/><w:lang w:val="en-GB" w:eastAsia="en-US"/></w:rPr><w:t',
    )(parts)


def long_fields(parts: Parts) -> None:
    """The short fields of the footers written out, with the results of today."""

    def written_out(found: re.Match[str]) -> str:
        return (
            '<w:r><w:rPr><w:noProof/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {found[1]}  \\* MERGEFORMAT </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t>12</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    for name in [name for name in parts if "footer" in name and name.endswith(".xml")]:
        pattern = r'<w:fldSimple w:instr=" (\w+) ">.*?</w:fldSimple>'
        parts[name] = re.sub(pattern, written_out, parts[name].decode()).encode()


def defaults_in_another_order(parts: Parts) -> None:
    """The styles' defaults turned round, a style's properties too, and what Word knows of every style."""
    text = parts[STYLES].decode()
    [defaults] = re.findall(r"<w:docDefaults.*?</w:docDefaults>", text)
    inner = re.sub(r"(<w:rPrDefault>.*</w:rPrDefault>)(<w:pPrDefault>.*</w:pPrDefault>)", r"\2\1", defaults)
    text = text.replace(defaults, inner)
    text = text.replace(
        "<w:qFormat/>", '<w:uiPriority w:val="9"/><w:unhideWhenUsed/><w:qFormat/><w:rsid w:val="00A1B2C3"/>'
    )
    parts[STYLES] = re.sub(r"(<w:b/><w:bCs/>)(<w:color [^>]*>)", r"\2\1", text).encode()


def more_styles(parts: Parts) -> None:
    """Styles that Word adds, which nothing uses."""
    style = (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        '<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders></w:tblPr></w:style>'
    )
    in_part(STYLES, "</w:styles>", f"{style}</w:styles>")(parts)


def settings_of_its_own(parts: Parts) -> None:
    """The settings Word writes beside ours."""
    more = (
        '<w:proofState w:spelling="clean" w:grammar="clean"/><w:stylePaneFormatFilter w:val="0000"/>'
        '<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids>'
        '<m:mathPr xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'
        '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1"/><w:hideSpellingErrors/>'
    )
    in_part(SETTINGS, "</w:settings>", f"{more}</w:settings>")(parts)


def more_parts(parts: Parts) -> None:
    """The parts Word adds: fonts, web settings, notes with no notes, and a sheet of our own data."""
    empty = f'<w:fonts xmlns:w="{MAIN}"><w:font w:name="Arial"/></w:fonts>'
    notes = f'<w:footnotes xmlns:w="{MAIN}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote></w:footnotes>'
    for kind, name, xml in (
        ("fontTable", "fontTable.xml", empty),
        ("webSettings", "webSettings.xml", f'<w:webSettings xmlns:w="{MAIN}"/>'),
        ("footnotes", "footnotes.xml", notes),
        ("endnotes", "endnotes.xml", notes.replace("footnote", "endnote")),
        ("customXml", "../customXml/item1.xml", "<b:Sources xmlns:b='urn:b'/>"),
    ):
        append_relation(parts, DOCUMENT, f"rWord{kind}", f"{OFFICE}/{kind}", name)
        parts[f"word/{name}".replace("word/../", "")] = xml.encode()


def other_names(parts: Parts) -> None:
    """The parts and the ids of what leads to them, renamed."""
    relations = "word/_rels/document.xml.rels"
    header = parts.pop("word/header1.xml")
    parts["word/header7.xml"] = header
    in_part(relations, "header1.xml", "header7.xml")(parts)
    in_part(TYPES, "header1.xml", "header7.xml")(parts)
    [known] = re.findall(r'Id="(\w+)"[^>]*header7', parts[relations].decode())
    in_part(relations, f'"{known}"', '"rId777"')(parts)
    in_part(DOCUMENT, f'"{known}"', '"rId777"')(parts)
    parts["word/document2.xml"] = parts.pop(DOCUMENT)
    parts["word/_rels/document2.xml.rels"] = parts.pop(relations)
    in_part("_rels/.rels", "word/document.xml", "word/document2.xml")(parts)
    in_part(TYPES, "/word/document.xml", "/word/document2.xml")(parts)


def other_lists(parts: Parts) -> None:
    """The lists numbered otherwise, with the nine levels and the marks Word gives them."""
    text = parts[NUMBERING].decode()
    text = text.replace('<w:multiLevelType w:val="singleLevel"/>', '<w:nsid w:val="0A1B2C3D"/><w:multiLevelType '
                        'w:val="hybridMultilevel"/><w:tmpl w:val="D4E5F6A7"/>')  # fmt: skip
    more = (
        '<w:lvl w:ilvl="1" w:tplc="08090019"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%2."/></w:lvl>'
    )
    text = text.replace("</w:lvl></w:abstractNum>", f"</w:lvl>{more}</w:abstractNum>")
    parts[NUMBERING] = re.sub(r'w:numId="(\d+)"', r'w:numId="5\1"', text).encode()
    for name in (DOCUMENT, STYLES):
        parts[name] = re.sub(
            r'<w:numId w:val="(\d+)"', r'<w:numId w:val="5\1"', parts[name].decode()
        ).encode()


def other_words_for_indents(parts: Parts) -> None:
    """Start and end, as newer editions say, for left and right."""
    for name in (STYLES, NUMBERING):
        parts[name] = (
            parts[name].decode().replace("w:left=", "w:start=").replace("w:right=", "w:end=").encode()
        )


def chart_styles(parts: Parts) -> None:
    """The style of a chart, for newer and older programs, and empty extensions."""
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    c14 = "http://schemas.microsoft.com/office/drawing/2007/8/2/chart"
    style = (
        f'<mc:AlternateContent {space}><mc:Choice Requires="c14" xmlns:c14="{c14}"><c14:style val="102"/></mc:Choice>'
        '<mc:Fallback><c:style val="2"/></mc:Fallback></mc:AlternateContent><c:chart>'
    )
    in_part(CHART, "<c:chart>", style)(parts)


def who_saved_it(parts: Parts) -> None:
    """Who saved the document, when and with what."""
    replaced(CORE, r"<cp:lastModifiedBy>[^<]*", lambda _: "<cp:lastModifiedBy>Cas Cole")(parts)
    replaced(CORE, r"<cp:revision>1", lambda _: "<cp:revision>3")(parts)
    replaced(
        CORE, r"(?<=<dcterms:modified xsi:type=\"dcterms:W3CDTF\">)[^<]*", lambda _: "2010-05-04T09:12:00Z"
    )(parts)
    replaced(
        APP, "Audit Report</Application>", lambda _: "Microsoft Office Word</Application><Pages>9</Pages>"
    )(parts)
    label = (
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="40" name="MSIP_Label_1_Enabled">'
        "<vt:lpwstr>true</vt:lpwstr></property>"
    )
    in_part(CUSTOM, "</Properties>", f"{label}</Properties>")(parts)


IMITATIONS = (
    bookmarks, split_runs, spelling_marks, languages, long_fields, defaults_in_another_order, more_styles,
    settings_of_its_own, more_parts, other_lists, other_words_for_indents, chart_styles, who_saved_it, revision_marks,
    other_names,
)  # fmt: skip


def all_of_it(parts: Parts) -> None:
    """All of them, one after the other; what renames things comes last."""
    for save in IMITATIONS:
        save(parts)
