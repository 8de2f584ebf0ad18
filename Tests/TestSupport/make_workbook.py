"""Writes the workbook named by its argument with openpyxl, to standard output."""

import datetime
import io
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904


def cells(book):
    """A value a row, each of another kind."""
    sheet = book.active
    sheet.title = "值"
    values = [
        ("锂电", None), (" 两端空白 ", None), ("一\n二", None), (30.5, None), (2025, None), (0.1 + 0.2, None), (-1e-6, None), (1e20, None), (0, None),
        (0.35, "0%"), (1234.5, '#,##0.00 "元/d"'), (12, "G/通用格式"), (45000, "[Red]0.0;[h]"),
        (True, None), (False, None), ("#N/A", None), ("=1+1", None),
        (datetime.date(2025, 12, 31), None), (datetime.date(2025, 12, 1), 'yyyy"年"m"月"'),
        (datetime.date(2025, 1, 1), "yyyy"), (datetime.date(1900, 2, 28), None),
        (datetime.datetime(2024, 2, 29, 8, 30, 15), None), (datetime.time(8, 30), None),
        (datetime.timedelta(hours=30), None), (60, "yyyy-mm-dd"), (datetime.date(1900, 3, 1), None),
        (datetime.date(9999, 12, 31), None),
    ]
    for row, (value, look) in enumerate(values, 1):
        sheet.cell(row, 1).value = value
        if look:
            sheet.cell(row, 1).number_format = look


def mac(book):
    book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2025, 12, 31)
    book.active["A2"] = datetime.date(1904, 1, 1)


def merged(book):
    sheet = book.active
    sheet["B2"] = "产能"
    sheet.merge_cells("B2:D3")
    sheet["E2"] = "年份"
    sheet.merge_cells("E2:E40000")
    sheet["A50000"] = "末"
    for name, state in [("看不见", "hidden"), ("更看不见", "veryHidden"), ("看得见", "visible")]:
        book.create_sheet(name).sheet_state = state
    book.create_chartsheet("图")


def full(book):
    """As many rows as the second argument says."""
    for row in range(int(sys.argv[2])):
        book.active.append([f"企业{row}", row, row / 4, "在建"])


book = openpyxl.Workbook()
{"cells": cells, "mac": mac, "merged": merged, "full": full}[sys.argv[1]](book)
file = io.BytesIO()
book.save(file)
sys.stdout.buffer.write(file.getvalue())
