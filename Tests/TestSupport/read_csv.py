"""Reads comma-separated values with the csv module and prints the rows, as JSON."""

import csv
import json
import sys

# A field may be longer than the module's usual limit.
csv.field_size_limit(1 << 30)
with open(sys.argv[1], encoding=sys.argv[2], newline="") as file:
    print(json.dumps(list(csv.reader(file, strict=True))))
