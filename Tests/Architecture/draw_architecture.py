"""Draws the targets of the package as a graph like any other, with the program itself.

`swift package describe` becomes a data set: a wing is a kind, a target a node, an import a
relation. An import that a longer way implies is left out, as are the modules of C libraries, each
of which stands behind one target. Run with the program and a folder for the data set; the drawing
must then be what Graphs/architecture.dot holds, or with --write becomes it.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

WINGS = ["Ground", "Formats", "Kernel", "Chain", "Loop", "Exchange", "Register", "Policy", "Explorer", "Command"]
program, folder = Path(sys.argv[1]), Path(sys.argv[2])
golden = Path("Graphs/architecture.dot")


def described():
    """The targets of the wings with their imports of one another."""
    command = [os.environ.get("SWIFT", "swift"), "package", "describe", "--type", "json"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    wing_of = {
        target["name"]: Path(target["path"]).parts[1]
        for target in json.loads(output)["targets"]
        if target["path"].startswith("Sources/")
    }
    strangers = sorted({*wing_of.values()} - {*WINGS, "C"})
    if strangers:
        sys.exit(f"no column of the picture is called {', '.join(strangers)}: name it in WINGS")
    imports = {
        target["name"]: {
            name
            for name in target.get("target_dependencies", [])
            if wing_of.get(name, "C") != "C"
        }
        for target in json.loads(output)["targets"]
        if wing_of.get(target["name"], "C") != "C"
    }
    return wing_of, imports


def reached(name, imports):
    """Everything that a target imports, at any distance."""
    return {far for near in imports[name] for far in {near, *reached(near, imports)}}


def reduced(imports):
    """The imports that no longer way implies."""
    return {
        name: sorted(
            near
            for near in direct
            if not any(near in reached(other, imports) for other in direct)
        )
        for name, direct in imports.items()
    }


def kind(wing):
    """A name that the built-in vocabulary does not have."""
    return f"{wing.lower()}-wing"


def write_data_set(wing_of, imports):
    kinds = ", ".join(kind(wing) for wing in WINGS)
    files = {
        "dataset.yaml": """
title: {zh: 链图的目标, en: The targets of Liantu}
jurisdiction: Liantu
language: en
date: 2026-11-29
documents: [Package.swift]
""",
        "documents.yaml": "document:\n  - {name: Package.swift, source: targets}\n",
        "ontology.yaml": "kinds:\n"
        + "".join(f"  {kind(wing)}:\n    label: {{zh: {wing}, en: {wing}}}\n" for wing in WINGS)
        + f"""relations:
  carries:
    label: {{zh: 被引用于, en: is imported by}}
    inverse: {{zh: 引用, en: imports}}
    semantics: action
    from: [{kinds}]
    to: [{kinds}]
    field: importers
    inverseField: importsTargets
""",
        "queries.yaml": """queries:
  - name: Architecture
    expression: "* - kind(document)"
    description: {zh: 所有目标, en: every target}
""",
        "theme.yaml": """cards:
  plain: {head: "#CFE3F2", border: "#3F75A0"}
links:
  action: {color: "#3C5670", stroke: solid, width: 1.2}
""",
        "targets.yaml": "",
    }
    for wing in WINGS:
        files["targets.yaml"] += f"{kind(wing)}:\n"
        for name in sorted(name for name in imports if wing_of[name] == wing):
            files["targets.yaml"] += f"  - name: {name}\n    source: targets\n"
            if imports[name]:
                files["targets.yaml"] += f"    importsTargets: [{', '.join(imports[name])}]\n"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text.lstrip())


def draw(path):
    command = [program, "query", "Architecture", "--dataset", folder, "--lang", "en", "-o", path]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


wing_of, imports = described()
write_data_set(wing_of, reduced(imports))
if "--write" in sys.argv:
    draw(golden)
    draw(golden.with_suffix(".svg"))
else:
    drawn = folder / "architecture.dot"
    draw(drawn)
    if not golden.exists() or drawn.read_bytes() != golden.read_bytes():
        sys.exit(f"{golden} is not what the targets look like; look, then make architecture")
