"""Edits of a workbook made in LibreOffice Calc itself, as a person makes them: rows deleted, cut, sorted, inserted."""

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
{code}
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""
_JOB = """Sub Job{number}
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName" : kind(0).Value = "Calc MS Excel 2007 XML"
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden)
  sheet = doc.Sheets.getByName("{sheet}")
{steps}
  doc.calculateAll()
  doc.storeToURL("{target}", kind)
  doc.close(True)
End Sub
"""


def edited_in_calc(
    soffice: Path, source: Path, sheet: str, edits: Mapping[str, Sequence[str]], folder: Path
) -> dict[str, Path]:
    """The workbook after each of these edits of a sheet, by name; an edit is lines of Basic on `sheet`."""
    made = {name: folder / f"{number}.xlsx" for number, name in enumerate(edits)}
    jobs = [
        _JOB.format(
            number=number,
            source=source.as_uri(),
            sheet=sheet,
            steps="\n".join(f"  {line}" for line in lines),
            target=made[name].as_uri(),
        )
        for number, (name, lines) in enumerate(edits.items())
    ]
    calls = "\n".join(f"  Job{number}" for number in range(len(jobs)))
    code = "\n".join([f"Sub Main\n{calls}\n  StarDesktop.terminate()\nEnd Sub", *jobs])
    profile = folder / "profile"
    command = [str(soffice), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
    library = profile / "user" / "basic" / "Standard"
    library.joinpath("Edits.xba").write_text(_MODULE.format(code=code.replace('"', "&quot;")), "utf-8")
    library.joinpath("script.xlb").write_text(_LIBRARY, "utf-8")
    subprocess.run([*command, "macro:///Standard.Edits.Main"], check=True, capture_output=True, timeout=600)
    return made
