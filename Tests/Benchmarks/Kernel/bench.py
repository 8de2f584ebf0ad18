"""The kernel beside its peers and its limit, as a table in markdown on standard output.

bench.py KERNEL LIMIT SCRATCH [GRAPH ...]: KERNEL is the program KernelBenchmark, LIMIT the one
built from limit.cpp, SCRATCH a folder for graphs and answers; the graphs are S, M, L and debian.
It ends with 1 where an answer of ours is wrong: where the limit's differs, or those of all peers.
"""

import os
import platform
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
KERNEL, LIMIT, SCRATCH = sys.argv[1], sys.argv[2], Path(sys.argv[3])
PEERS = ["igraph", "networkit", "rustworkx", "scipy", "networkx"]
SIZES = {"S": (10_000, 40_000), "M": (200_000, 1_000_000), "L": (2_000_000, 10_000_000)}
GRAPHS = sys.argv[4:] or ["S", "M", "L", "debian"]

# Row, its name, whether it is of a query, and the goal: processor time over the best peer's.
ROWS = [
    ("build", "adjacency both ways from columns of arcs", None),
    ("closure", "downstream closure, per query", {"M": 0.5, "L": 0.2}),
    ("stored", "the same with stored components", 0.02),
    ("depth3", "the same to depth 3", 0.12),
    ("ownership", "ownership closure, per query", 0.12),
    ("scc", "strongly connected components", {"M": 0.9, "L": 0.5}),
    ("ranks", "ranks by longest path, components included", 0.2),
    ("wcc", "weakly connected components", {"M": 1.0, "L": 0.8}),
    ("betweenness", "betweenness, 64 sources", 0.5),
    ("articulation", "articulation points and bridges", 0.7),
    ("path", "one shortest path, per query", 0.7),
    ("dominators", "dominators from the busiest node", 0.2),
    ("kshortest", "ten shortest simple paths, per query", 0.1),
    ("cores", "core numbers", None),
]
# What a peer is compared with that answers the same question in another way.
SAME = {"stored": "closure"}


def machine():
    model = "Unknown processor"
    for line in open("/proc/cpuinfo") if os.path.exists("/proc/cpuinfo") else []:
        if line.startswith("model name"):
            model = line.split(":")[1].strip()
            break
    system = platform.platform()
    if os.path.exists("/etc/os-release"):
        found = [x for x in open("/etc/os-release") if x.startswith("PRETTY_NAME=")]
        system = found[0].split("=")[1].strip().strip('"') if found else system
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True
    ).stdout.split()
    chosen = [x.replace("==", " ") for x in versions if x.split("==")[0] in PEERS]
    return f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {system}; {', '.join(chosen)}."


# What a run gives back is there for the next, as in a program that has long been running: else
# much of a short row is the system's time for handing out and clearing pages.
ENVIRONMENT = os.environ | {
    "MALLOC_MMAP_THRESHOLD_": str(1 << 25),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 30),
}


def run(command, log):
    """Runs a competitor; its rows and the seconds of each."""
    with open(log, "w") as errors:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, env=ENVIRONMENT
        )
    lines = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    return {name: float(seconds) for name, seconds in lines}


def answer(folder, who, row):
    kind = "<f8" if row == "betweenness" else "<u4"
    return np.fromfile(folder / f"{who}-{row}.bin", dtype=kind)


def agree(row, left, right):
    """Whether two answers are the same; of queries only those that both answered count."""
    count = min(len(left), len(right))
    if count == 0 or (len(left) != len(right) and row not in QUERIES):
        return len(left) == len(right)
    left, right = left[:count], right[:count]
    if row == "betweenness":
        return bool(np.all(np.abs(left - right) <= 1e-6 * np.abs(right) + 1e-6))
    return bool(np.array_equal(left, right))


QUERIES = {"closure", "stored", "depth3", "ownership", "path", "kshortest"}


def seconds(value):
    if value is None:
        return "–"
    for unit, scale in [("s", 1), ("ms", 1e-3), ("µs", 1e-6)]:
        if value >= scale:
            break
    return f"{value / scale:.3g} {unit}"


def make(graph):
    """The file of a graph; `None` where this machine has none."""
    file = SCRATCH / f"{graph}.bin"
    if file.exists():
        return file
    if graph == "debian":
        done = subprocess.run([sys.executable, HERE / "debian.py", file])
        return file if done.returncode == 0 else None
    nodes, arcs = SIZES[graph]
    subprocess.run([KERNEL, "generate", str(nodes), str(arcs), "1", file], check=True)
    return file


faults = []


def compare(graph, folder, times):
    """Notes answers that differ: a fault where ours is alone, a peer's own where the limit is
    with us. Times of wrong answers are dropped."""
    remarks = []
    for row, name, _ in ROWS:
        who = [p for p in ["limit", *PEERS] if row in times[p]]
        if row not in times["ours"] or row in SAME:
            continue
        ours = answer(folder, "ours", row)
        with_us = [p for p in who if agree(row, answer(folder, p, row), ours)]
        for other in set(who) - set(with_us):
            if "limit" in with_us or len(with_us) > 1:
                remarks.append(f"{other} answers otherwise than all others: {name}")
                del times[other][row]
            else:
                faults.append(f"{graph}: {name}: ours and {other}'s differ")
    return sorted(remarks)


def table(graph, times):
    print("| task | ours | limit | " + " | ".join(PEERS), end="")
    print(" | to best peer | goal | to limit |")
    print("|---" * (6 + len(PEERS)) + "|")
    for row, name, goal in ROWS:
        ours = times["ours"].get(row)
        same = SAME.get(row, row)
        limit = times["limit"].get(row)
        peers = [times[p].get(same) for p in PEERS]
        best = min((t for t in peers if t), default=None)
        goal = goal.get(graph) if isinstance(goal, dict) else goal
        shown = peers if same == row else [None] * len(peers)
        ratios = [
            f"{ours / best:.2g}" if best else "–",
            f"≤ {goal}" if goal else "–",
            f"{ours / limit:.2f}" if limit else "–",
        ]
        print(f"| {name} | " + " | ".join([seconds(x) for x in [ours, limit, *shown]] + ratios), "|")


def growth(times):
    """How times grow from S to L, beside the limit's and the number of arcs."""
    if not {"S", "L"} <= times.keys():
        return
    arcs = SIZES["L"][1] // SIZES["S"][1]
    print(f"\n## Growth from S to L, where there are {arcs} times as many arcs\n")
    print(
        "S lies in the cache and L does not, so what is linear grows by more than that; the limit "
        "shows by how much. What a query reaches grows as the graph wills.\n"
    )
    print("| task | ours | limit | best peer |\n|---|---|---|---|")
    for row, name, _ in ROWS:
        def grown(who):
            small, large = (times[g][who].get(row) for g in ("S", "L"))
            return large / small if small and large else None

        peers = [x for x in map(grown, PEERS) if x]
        cells = [grown("ours"), grown("limit"), min(peers, default=None)]
        print(f"| {name} | " + " | ".join(f"× {x:.0f}" if x else "–" for x in cells), "|")


def main():
    print("# The graph kernel beside its peers\n")
    print(f"Repeat with `make bench`. {machine()}\n")
    print((HERE / "about.md").read_text())
    everything = {}
    for graph in GRAPHS:
        file = make(graph)
        if file is None:
            print("## debian\n\nLeft out: this machine has no list of packages.\n")
            continue
        folder = SCRATCH / graph
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.bin"):
            old.unlink()
        times = {"ours": run([KERNEL, "run", file, folder], folder / "ours.log")}
        times["limit"] = run([LIMIT, file, folder], folder / "limit.log")
        for peer in PEERS:
            command = [sys.executable, HERE / "peers.py", file, folder, peer]
            times[peer] = run(command, folder / f"{peer}.log")
        remarks = compare(graph, folder, times)
        nodes, arcs = np.fromfile(file, dtype="<u4", count=2)
        print(f"## {graph}: {nodes:,} nodes, {arcs:,} arcs\n")
        table(graph, times)
        print("".join(f"\n{remark}." for remark in remarks))
        sys.stdout.flush()
        everything[graph] = times
    growth(everything)
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


main()
