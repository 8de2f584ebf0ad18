"""Edits a workbook with openpyxl, as a person would by hand, and writes it to standard output.

    edit_workbook.py FILE EDITS

EDITS is JSON: a list of {"sheet", "row", "column", "to"}, where the row is named by its first cell,
in a numbered list by the one under 名称, and a row that is not there is added below; without a column the row is deleted. {"replace", "by"} puts
one name for another wherever a cell lists it; by nothing, it is taken out. {"sheet", "drop"} deletes the
column of that heading, and {"sheet", "add", "beside"} adds a heading to the row that has the other.
"""

import io
import json
import sys

import openpyxl


def heading_of(sheet, column):
    """The row of the headings: a list on paper has a title above it."""
    for row in range(1, 11):
        if column in [cell.value for cell in sheet[row]]:
            return row
    return 1


def row_of(sheet, name, heading):
    headings = [cell.value for cell in sheet[heading]]
    column = headings.index("名称") + 1 if headings[0] == "序号" else 1
    for cells in sheet.iter_rows(min_row=heading + 1, min_col=column, max_col=column):
        if cells[0].value == name:
            return cells[0].row
    row = sheet.max_row + 1
    sheet.cell(row, column).value = name
    return row


def replace(book, name, other):
    for sheet in book:
        for cells in sheet.iter_rows(min_row=2):
            for cell in cells:
                if isinstance(cell.value, str) and name in cell.value:
                    parts = [other if part == name else part for part in cell.value.split("；")]
                    kept = [part for part in parts if part and part.split("【")[0] != name]
                    cell.value = "；".join(kept) or None


book = openpyxl.load_workbook(sys.argv[1])
for edit in json.loads(sys.argv[2]):
    if "replace" in edit:
        replace(book, edit["replace"], edit.get("by"))
        continue
    sheet = book[edit["sheet"]]
    if "drop" in edit:
        heading = heading_of(sheet, edit["drop"])
        sheet.delete_cols([cell.value for cell in sheet[heading]].index(edit["drop"]) + 1)
        continue
    if "add" in edit:
        heading = heading_of(sheet, edit["beside"])
        sheet.cell(heading, sheet.max_column + 1).value = edit["add"]
        continue
    heading = heading_of(sheet, edit.get("column"))
    row = row_of(sheet, edit["row"], heading)
    if "column" not in edit:
        sheet.delete_rows(row)
        continue
    column = [cell.value for cell in sheet[heading]].index(edit["column"]) + 1
    sheet.cell(row, column).value = edit["to"]
file = io.BytesIO()
book.save(file)
sys.stdout.buffer.write(file.getvalue())
