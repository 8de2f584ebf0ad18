"""A real graph: what the packages of a Debian system need, recommend and suggest.

debian.py FILE: writes the graph in the form of the benchmark, or ends with 1 where there is no
list of packages. Kinds: 0 for Depends, Pre-Depends and from a virtual package to its providers, 1
for Recommends, 2 for Suggests. Each alternative is an arc; nodes are numbered as they are met.
"""

import glob
import re
import subprocess
import sys

import numpy as np

KINDS = {"Depends": 0, "Pre-Depends": 0, "Recommends": 1, "Suggests": 2}
# A version, an architecture or a profile after the name.
EXTRA = re.compile(r"[\s(:\[<].*", re.S)


def text():
    """The list of packages, from wherever this system has one."""
    lists = sorted(glob.glob("/var/lib/apt/lists/*_Packages*"))
    for command in [
        ["apt-cache", "dumpavail"],
        ["/usr/lib/apt/apt-helper", "cat-file", *lists],
        ["cat", "/var/lib/dpkg/available"],
    ]:
        try:
            found = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        except (OSError, subprocess.CalledProcessError):
            continue
        if "\nDepends:" in found:
            return found
    sys.exit(1)


numbers, sources, targets, kinds = {}, [], [], []


def number(name):
    return numbers.setdefault(name, len(numbers))


def names(field):
    for part in re.split("[,|]", field):
        name = EXTRA.sub("", part.strip())
        if name:
            yield name


seen = set()
for paragraph in text().split("\n\n"):
    fields = dict(
        line.split(": ", 1)
        for line in paragraph.split("\n")
        if ": " in line and not line.startswith(" ")
    )
    package = fields.get("Package")
    if not package or package in seen:
        continue
    seen.add(package)
    here = number(package)
    arcs = [(here, number(name), kind) for key, kind in KINDS.items() for name in names(fields.get(key, ""))]
    arcs += [(number(name), here, 0) for name in names(fields.get("Provides", ""))]
    for source, target, kind in arcs:
        sources.append(source)
        targets.append(target)
        kinds.append(kind)

if len(sources) < 1000:
    sys.exit(1)
np.array([len(numbers), len(sources), *sources, *targets, *kinds], dtype="<u4").tofile(sys.argv[1])
