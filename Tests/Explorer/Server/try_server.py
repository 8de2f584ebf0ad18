#!/usr/bin/env python3
"""Tries a running server from outside: Schemathesis over its API, Chromium over its pages.

Usage: try_server.py LIANTU DATASET FOLDER [SECONDS]

Starts `LIANTU serve` on a free port of this machine; works in FOLDER. Schemathesis asks whatever the
OpenAPI document allows and some that it does not, for some seconds, and finds fault with any server
error and with any answer that the document does not promise. ../Browser drives the pages. The
interpreter's environment needs schemathesis and playwright.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

# What is valid by its form may still mean nothing, so a refusal of valid words is no fault.
CHECKS = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_schema_conformance", "unsupported_method",
])
BROWSE = Path(__file__).resolve().parent.parent / "Browser" / "browse.py"


def fuzz(address, folder, seconds):
    program = Path(sys.executable).parent / "st"
    outcome = subprocess.run(
        [program, "run", address + "api/v1/openapi.json", "--checks", CHECKS,
         "--phases", "examples,coverage,fuzzing", "--max-time", seconds,
         "--request-timeout", "60", "--seed", "20230818", "--no-color"],
        cwd=folder, timeout=600, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    # A request that was made up can be many thousand letters long.
    for line in outcome.stdout.splitlines():
        print(line[:400])
    return outcome.returncode == 0


def browse(address):
    return subprocess.run([sys.executable, BROWSE, address], timeout=600).returncode == 0


def main():
    liantu, dataset, folder = (os.path.abspath(word) for word in sys.argv[1:4])
    seconds = sys.argv[4] if len(sys.argv) > 4 else "20"
    os.makedirs(folder, exist_ok=True)
    server = subprocess.Popen(
        [liantu, "serve", "--dataset", dataset, "--port", "0", "--rate", "0"],
        stdout=subprocess.PIPE, text=True,
    )
    try:
        address = server.stdout.readline().strip()
        if not address:
            sys.exit("the server did not start")
        passed = [fuzz(address, folder, seconds), browse(address)]
    finally:
        server.send_signal(signal.SIGTERM)
        ended = server.wait(timeout=30)
    if ended != 0:
        sys.exit(f"the server ended with {ended}")
    sys.exit(0 if all(passed) else 1)


main()
