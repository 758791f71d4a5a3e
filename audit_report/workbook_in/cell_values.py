"""The values of a workbook's cells, read by calamine in another thread while the rest of a run goes on."""

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from python_calamine import CalamineError, CalamineWorkbook

if TYPE_CHECKING:
    import pandas as pd


class Values:
    """The cells of sheets, read by another thread one sheet after another, from files with the `kept` parts beside."""

    def __init__(self, kept: Mapping[str, bytes]) -> None:
        self._kept = kept
        self._beside = ThreadPoolExecutor(max_workers=1)
        self._rows: dict[str, Future[list[list[Any]]]] = {}

    def read(self, sheets: Mapping[str, tuple[str, bytes]]) -> None:
        """Begin to read these sheets, each given by its part's name and XML; whatever they share is read once."""
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for part, xml in (*self._kept.items(), *sheets.values()):
                archive.writestr(part, xml)
        workbook = self._beside.submit(_opened, file)
        self._rows |= {name: self._beside.submit(_rows, workbook, name) for name in sheets}

    def frame(self, name: str) -> "pd.DataFrame":
        """A sheet's cells exactly as stored: no header, no type guessed, no text taken for a missing value.

        To be asked for once, and waits until they are read. This is what `pandas.read_excel` does with its calamine
        engine, without its own look at every cell. Raises CalamineError where they cannot be read.
        """
        import pandas as pd  # noqa: PLC0415  it takes as long to import as the first sheets to be read

        return pd.DataFrame(self._rows.pop(name).result(), dtype=object)


def _opened(file: BytesIO) -> CalamineWorkbook:
    file.seek(0)
    try:
        return CalamineWorkbook.from_filelike(file)
    except BaseException as reason:
        raise _told(reason) from reason


def _rows(workbook: Future[CalamineWorkbook], name: str) -> list[list[Any]]:
    try:
        return workbook.result().get_sheet_by_name(name).to_python(skip_empty_area=False)
    except BaseException as reason:
        raise _told(reason) from reason


def _told(reason: BaseException) -> BaseException:
    """The reason as an error that can be caught: calamine's Rust gives up with a class that cannot be imported."""
    return CalamineError(str(reason)) if type(reason).__name__ == "PanicException" else reason
