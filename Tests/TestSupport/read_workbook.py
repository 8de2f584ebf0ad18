"""Reads a workbook with openpyxl and prints what a person would see of it, as JSON."""

import json
import sys

import openpyxl


def cell(found):
    look = found.fill
    return {
        "value": found.value,
        "type": found.data_type,
        "format": found.number_format,
        "fill": look.fgColor.rgb if look.fill_type == "solid" else None,
        "wrap": bool(found.alignment.wrap_text),
        "vertical": found.alignment.vertical,
        "border": found.border.left.style,
        "bold": bool(found.font.bold),
        "note": found.comment.text if found.comment else None,
    }


def sheet(found):
    setup = found.page_setup
    return {
        "name": found.title,
        "state": found.sheet_state,
        "choices": [
            {"places": str(rule.sqref), "list": rule.formula1, "type": rule.type}
            for rule in found.data_validations.dataValidation
        ],
        "cells": [[cell(c) for c in row] for row in found.iter_rows()],
        "freeze": found.freeze_panes,
        "filter": found.auto_filter.ref,
        "merged": sorted(str(r) for r in found.merged_cells.ranges),
        "widths": [found.column_dimensions[k].width for k in sorted(found.column_dimensions)],
        "orientation": setup.orientation,
        "paper": setup.paperSize,
        "fitToPage": found.sheet_properties.pageSetUpPr.fitToPage,
        "fitToWidth": 1 if setup.fitToWidth is None else setup.fitToWidth,
        "fitToHeight": setup.fitToHeight,
        "repeated": found.print_title_rows,
        "footer": found.oddFooter.center.text,
    }


# A path would have to end in .xlsx.
with open(sys.argv[1], "rb") as file:
    book = openpyxl.load_workbook(file)
print(json.dumps({
    "created": str(book.properties.created),
    "sheets": [sheet(s) for s in book.worksheets],
}))
