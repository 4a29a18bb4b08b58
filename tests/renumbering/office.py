"""LibreOffice as a person edits with it: a macro opens files, selects, copies, pastes, types and saves them as Word files."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

_HELPERS = """
Dim doc As Object

Function Paragraph(beginning As String) As Object
  Dim all As Object, one As Object, search As String
  all = doc.Text.createEnumeration()
  Do While all.hasMoreElements()
    one = all.nextElement()
    If one.supportsService("com.sun.star.text.Paragraph") Then
      search = Join(Split(Join(Split(one.String, "\u200f"), ""), "\u00a0"), " ")
      If Left(search, Len(beginning)) = beginning Then
        Paragraph = one
        Exit Function
      End If
    End If
  Loop
End Function

Function Span(first As String, last As String) As Object
  Dim cursor As Object
  cursor = doc.Text.createTextCursorByRange(Paragraph(first).Start)
  cursor.gotoRange(Paragraph(last).Start, True)
  Span = cursor
End Function

Sub AddBefore(style As String, words As String, place As String)
  ' A new paragraph before another: the cursor at its beginning, Enter, one line up.
  Dim cursor As Object
  cursor = doc.Text.createTextCursorByRange(Paragraph(place).Start)
  doc.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  cursor.goLeft(1, False)
  cursor.ParaStyleName = style
  doc.Text.insertString(cursor, words, False)
End Sub

Sub AddAfter(words As String, place As String)
  ' Enter at the end of a paragraph, and typing on in its style.
  Dim cursor As Object
  cursor = doc.Text.createTextCursorByRange(Paragraph(place).End)
  doc.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  doc.Text.insertString(cursor, words, False)
End Sub

Sub TakeOut(first As String, last As String)
  Span(first, last).String = ""
End Sub

Sub PasteBefore(first As String, last As String, place As String, removed As Boolean)
  Dim view As Object, content As Object
  view = doc.CurrentController
  view.select(Span(first, last))
  content = view.getTransferable()
  If removed Then Span(first, last).String = ""
  view.ViewCursor.gotoRange(Paragraph(place).Start, False)
  view.insertTransferable(content)
End Sub

Sub Opened(file As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  doc = StarDesktop.loadComponentFromURL(file, "_blank", 0, options())
End Sub

Sub Saved(file As String)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName"
  options(0).Value = "MS Word 2007 XML"
  doc.storeToURL(file, options())
  doc.close(True)
End Sub
"""

_MAIN = """
Sub Main
  On Error Goto Wrong
{calls}
  StarDesktop.terminate()
  Exit Sub
Wrong:
  Open "{wrong}" For Output As #1
  Print #1, Error & " in line " & Erl
  Close #1
  StarDesktop.terminate()
End Sub
"""

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits"
 script:language="StarBasic">{code}</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Edits"/></library:library>
"""


def edited(folder: Path, files: Mapping[str, tuple[bytes, str]]) -> dict[str, bytes]:
    """Each file after its edits, lines of Basic with the helpers above, as LibreOffice saved it: all in one start of it."""
    calls = []
    for name, (data, edits) in files.items():
        (folder / f"{name}.docx").write_bytes(data)
        opened, saved = ((folder / f"{name}{ending}.docx").as_uri() for ending in ("", "-saved"))
        lines = "\n".join(f"  {line}" for line in [f'Opened "{opened}"', *edits.splitlines(), f'Saved "{saved}"'])
        calls.append(f"Sub Edit_{name}\n{lines}\nEnd Sub\n")
    wrong = folder / "wrong.txt"
    main = _MAIN.format(calls="\n".join(f"  Edit_{name}" for name in files), wrong=wrong)
    code = (_HELPERS + "\n".join(calls) + main).replace("&", "&amp;").replace('"', "&quot;")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    # A new profile is filled at the first start, macros and all.
    subprocess.run([*command, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
    standard = folder / "profile" / "user" / "basic" / "Standard"
    (standard / "Edits.xba").write_text(_MODULE.format(code=code), encoding="utf-8")
    (standard / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    subprocess.run([*command, "macro:///Standard.Edits.Main"], check=True, capture_output=True, timeout=180)
    assert not wrong.exists(), wrong.read_text()
    return {name: (folder / f"{name}-saved.docx").read_bytes() for name in files}
