"""Fields: what Word works out, such as a page's number, or looks up, where other text stands as it is."""

from dataclasses import dataclass

_WORKED_OUT = {
    "CREATEDATE", "DATE", "EDITTIME", "FILENAME", "FILESIZE", "LASTSAVEDBY", "NUMCHARS", "NUMPAGES", "NUMWORDS",
    "PAGE", "PAGEREF", "PRINTDATE", "REVNUM", "SAVEDATE", "SECTION", "SECTIONPAGES", "STYLEREF", "TIME",
}  # fmt: skip


@dataclass(slots=True)
class Field:
    """A field that is being read: its instruction, such as PAGE, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    @property
    def name(self) -> str:
        """The instruction, without the order to keep the look of the result, which Word adds."""
        return " ".join(self.instruction.replace("\\* MERGEFORMAT", "").split())

    @property
    def hides_its_result(self) -> bool:
        """Whether what is read now is a result that Word works out anew; what another holds may be a person's words."""
        kind = (self.instruction.split() or [""])[0].upper()
        return self.in_result and kind in _WORKED_OUT
