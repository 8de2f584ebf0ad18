"""Builds the documentation of every target from the modules that a build left; compiles nothing.

A warning is an error: a link that leads nowhere, a parameter that there is not. Run it with the
folder of the build (`swift build --show-bin-path`) and the folder to write to; each target becomes
an archive there, which any web server shows.
"""

import json
import os
import platform
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

products, output = Path(sys.argv[1]), Path(sys.argv[2])
swift = os.environ.get("SWIFT", "swift")


def ask(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tool(name):
    """A tool of the toolchain that `swift` belongs to."""
    if platform.system() == "Darwin":
        return ask("xcrun", "--find", name).strip()
    beside = Path(shutil.which(swift) or swift).resolve().parent / name
    return str(beside) if beside.exists() else name


def module_flags():
    """What the compiler needs to read the modules: their folder, and where C modules are told."""
    library = Path("Sources/C").glob("*/module.modulemap")
    scratch = next(path for path in products.resolve().parents if (path / "checkouts").is_dir())
    foreign = scratch.glob("checkouts/*/Sources/*/include/*.modulemap")
    flags = ["-I", str(products / "Modules")]
    for path in sorted({*products.glob("*.build/module.modulemap"), *library, *foreign}):
        flags += ["-Xcc", f"-fmodule-map-file={path}"]
    if platform.system() == "Darwin":
        flags += ["-sdk", ask("xcrun", "--show-sdk-path").strip()]
    return flags


def build(target, triple, flags):
    """What stands in the way of a target's documentation; nothing where it could be built."""
    name = target["name"]
    symbols, archive = output / "symbols" / name, output / name
    for folder in (symbols, archive):
        shutil.rmtree(folder, ignore_errors=True)
    symbols.mkdir(parents=True)
    catalogs = [str(path) for path in Path(target["path"]).glob("*.docc")]
    commands = [
        [tool("swift-symbolgraph-extract"), "-module-name", name, "-target", triple, *flags]
        + ["-minimum-access-level", "public", "-emit-extension-block-symbols"]
        + ["-output-dir", str(symbols)],
        [tool("docc"), "convert", *catalogs, "--warnings-as-errors"]
        + ["--fallback-display-name", name, "--fallback-bundle-identifier", name]
        + ["--additional-symbol-graph-dir", str(symbols), "--output-path", str(archive)],
    ]
    for command in commands:
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            return f"{name}:\n{run.stdout}{run.stderr}"
    return ""


described = json.loads(ask(swift, "package", "describe", "--type", "json"))["targets"]
targets = [
    target
    for target in described
    if target["path"].startswith("Sources/") and target["module_type"] == "SwiftTarget"
]
triple = json.loads(ask(swift, "-print-target-info"))["target"]["triple"]
flags = module_flags()
with ThreadPoolExecutor(os.cpu_count()) as pool:
    faults = list(filter(None, pool.map(lambda each: build(each, triple, flags), targets)))
print("\n".join(faults), file=sys.stderr, end="")
print(f"{len(targets) - len(faults)} of {len(targets)} targets documented in {output}")
sys.exit(1 if faults or not targets else 0)
