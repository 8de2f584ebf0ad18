"""Counts what `import Liantu` shows: at most MOST top-level names, and none that SwiftUI has.

What counts is what the targets that Liantu hands on declare publicly outside of any other
declaration, and of a target that it hands on in parts those parts.
"""

import re
import sys
from pathlib import Path

MOST = 110
SWIFTUI = set(
    """Alignment Anchor Angle Animation App Axis Binding Button Canvas Capsule Circle Color Divider
    EdgeInsets Edge Ellipse Environment Font ForEach Form GeometryProxy Gradient Grid Group HStack
    Image Label LayoutValueKey Link List Menu Namespace Path Picker Rectangle Scene ScrollView
    Section Shape Slider Spacer State Stepper Table TextField Text Toggle Transaction VStack View
    Window ZStack Page Line Cell""".split()
)
DECLARATION = re.compile(
    r"(?m)^(?:@\w+(?:\([^)]*\))? )*public (?:(?:final|indirect|nonisolated) )*"
    r"(?:struct|class|enum|actor|protocol|typealias|func|let|var) (\w+)"
)

root = Path(next((word for word in sys.argv[1:] if word != "--list"), "."))
manifest = (root / "Package.swift").read_text()
folders = dict(re.findall(r'name: "(\w+)",[^)]*?path: "(Sources/[^"]+)"', manifest, re.S))
folders.update(
    (Path(path).name, path) for path in re.findall(r'path: "(Sources/[^"]+)"', manifest)
)
face = (root / folders["Liantu"] / "Liantu.swift").read_text()


def declared(target):
    files = sorted((root / folders[target]).rglob("*.swift"))
    return {name for file in files for name in DECLARATION.findall(file.read_text())}


names = {name: "Liantu" for name in declared("Liantu")}
faults = []
for kind, target, part in re.findall(
    r"(?m)^@_exported (?:public )?import (?:(struct|enum|class|protocol|typealias) )?(\w+)(?:\.(\w+))?$",
    face,
):
    shown = declared(target)
    if part and part not in shown:
        faults.append(f"{target} declares no public {part}")
    names.update(dict.fromkeys({part} if part else shown, target))
if len(names) < 50:
    faults.append(f"only {len(names)} names were found: the sources have another form")
if len(names) > MOST:
    faults.append(f"import Liantu shows {len(names)} names, more than {MOST}")
for name in sorted(SWIFTUI & names.keys()):
    faults.append(f"SwiftUI has {name} too: nest that of {names[name]}")
for fault in faults:
    print(fault, file=sys.stderr)
print(f"import Liantu shows {len(names)} names")
if "--list" in sys.argv:
    print("\n".join(f"{target}.{name}" for name, target in sorted(names.items(), key=lambda n: n[::-1])))
sys.exit(1 if faults else 0)
