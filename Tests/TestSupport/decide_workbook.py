"""Fills verdicts into a workbook of questions as a person does in Excel.

Usage: decide_workbook.py WORKBOOK JSON; JSON is a list of {"firm", "segment", "verdict"}. Every row is to be
found. The bytes go to standard output.
"""

import io
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])
about = book["说明"]
for row in about.iter_rows():
    if str(row[0].value).startswith("判断人"):
        row[1].value = "张三"
    if str(row[0].value).startswith("判断日期"):
        row[1].value = "2024-05-02"
sheet = book["待核定"]
headings = {cell.value: cell.column for cell in sheet[1]}
for edit in json.loads(sys.argv[2]):
    found = 0
    for number in range(2, sheet.max_row + 1):
        firm = sheet.cell(number, headings["企业"]).value
        segment = sheet.cell(number, headings["环节"]).value
        if firm == edit["firm"] and segment == edit["segment"]:
            sheet.cell(number, headings["判断"]).value = edit["verdict"]
            found += 1
    assert found == 1, (edit, found)
stream = io.BytesIO()
book.save(stream)
sys.stdout.buffer.write(stream.getvalue())
