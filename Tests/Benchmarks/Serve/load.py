#!/usr/bin/env python3
"""How many requests a second the explorer answers, and what memory it takes meanwhile.

Usage: load.py LIANTU DATASET

Needs wrk. Prints a table in Markdown: for each address, at least 100,000 requests over loopback by
16 connections, and the server's resident memory before and after.
"""

import os
import platform
import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request

REQUESTS = 100_000
CONNECTIONS = 16
SUBJECT = urllib.parse.quote("泳装")
TARGETS = [
    ("health (not kept)", "/health"),
    ("page of a cluster", f"/view/panorama?of={SUBJECT}"),
    ("picture (SVG)", f"/view/panorama.svg?of={SUBJECT}"),
    ("list (JSON of the API)", f"/api/v1/gaps?scope={SUBJECT}"),
]


def fetch(address):
    with urllib.request.urlopen(address) as reply:
        return reply.read()


def memory(base):
    text = fetch(base + "/metrics").decode()
    found = re.search(r"^process_resident_memory_bytes (\d+)$", text, re.M)
    return int(found[1]) / 1e6 if found else float("nan")


def load(base, target, seconds):
    """Requests answered well in some seconds, the time, and the middle and 99th latency in ms."""
    outcome = subprocess.run(
        ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency",
         "-H", "Accept-Encoding: gzip", base + target],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout
    if "Non-2xx" in outcome or "Socket errors" in outcome:
        sys.exit(outcome)
    count, time = re.search(r"(\d+) requests in ([\d.]+)s", outcome).groups()
    units = {"us": 1e-3, "ms": 1.0, "s": 1e3}
    latency = [
        float(value) * units[unit]
        for value, unit in re.findall(r"(?:50|99)%\s+([\d.]+)(us|ms|s)", outcome)
    ]
    return int(count), float(time), latency


def main():
    liantu, dataset = sys.argv[1:3]
    server = subprocess.Popen(
        [liantu, "serve", "--dataset", dataset, "--port", "0", "--rate", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        base = server.stdout.readline().strip().rstrip("/")
        print("## Serving\n")
        print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
              f"wrk with {CONNECTIONS} connections on the same machine.\n")
        print("| address | bytes | requests | requests/s | 50 % ms | 99 % ms | MB before | MB after |")
        print("|---|---:|---:|---:|---:|---:|---:|---:|")
        for label, target in TARGETS:
            size = len(fetch(base + target))
            load(base, target, 1)
            before, count, time, latency = memory(base), 0, 0.0, []
            while count < REQUESTS and time < 120:
                more, taken, latency = load(base, target, 5)
                count, time = count + more, time + taken
            print(f"| {label} | {size:,} | {count:,} | {count / time:,.0f} | {latency[0]:.2f} "
                  f"| {latency[1]:.2f} | {before:.0f} | {memory(base):.0f} |", flush=True)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


main()
