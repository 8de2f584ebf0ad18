"""Holds the manifest's sentence about wings and floors against its targets.

A target stands in the folder of the wing that the comment above it names, and imports only targets
under earlier comments: never one below it, and never a sibling under the same comment.
"""

import re
import sys
from pathlib import Path

manifest = Path(sys.argv[1] if len(sys.argv) > 1 else "Package.swift").read_text()
sources = manifest.split("  targets: [", 1)[1].split("// Tests mirror", 1)[0]
faults = []
section_of = {}
for section, block in enumerate(re.split(r"(?m)^    // (?=[A-Z]\w*[,:\n])", sources)[1:]):
    wing = re.match(r"\w+", block).group()
    floor = []
    for target in re.split(r"(?m)^    \.(?:target|executableTarget|systemLibrary)\(", block)[1:]:
        name = re.search(r'name: "(\w+)"', target).group(1)
        path = re.search(r'path: "([^"]+)"', target).group(1)
        if path != f"Sources/{wing}/{name}":
            faults.append(f"{name} stands in {path}, not in Sources/{wing}/{name}")
        listed = re.search(r"(?s)dependencies: \[(.*?)\n?\s*\]", target)
        needs = re.sub(r"\.product\([^)]*\)", "", listed.group(1)) if listed else ""
        for need in re.findall(r'"(\w+)"', needs):
            if need not in section_of:
                faults.append(f"{name} imports {need}, which is a sibling or stands below it")
        floor.append(name)
    section_of.update(dict.fromkeys(floor, section))
if len(section_of) < 20:
    faults.append(f"only {len(section_of)} targets were found: the manifest has another form")
for fault in faults:
    print(f"Package.swift: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
