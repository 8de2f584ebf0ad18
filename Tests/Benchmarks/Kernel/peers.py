"""What the peers from PyPI need for the same rows, on the same file.

peers.py FILE FOLDER PEER [ROW ...]: prints ROW<TAB>seconds of processor time, median of three runs
(of up to thirty short ones, of one that takes long), and writes each answer to
FOLDER/PEER-ROW.bin.

Each row runs in a process of its own, forked after the graph is built, that is ended after LIMIT
seconds of processor time (LONGER for some rows, which no peer would have at L otherwise): then the
row is left out. Rows of many queries end after SHORT seconds with the queries
answered until then; the mean is over these, and only these answers are compared.
"""

import os
import signal
import sys
import time
import traceback
from itertools import islice

import numpy as np

LIMIT, SHORT = 60, 8
LONGER = {"betweenness": 240}
FAR = 0xFFFFFFFF

file, folder, peer, *only = sys.argv[1:]
data = np.fromfile(file, dtype="<u4")
n, e = int(data[0]), int(data[1])
src, dst, kind = (data[2 + i * e : 2 + (i + 1) * e] for i in range(3))
src, dst = src.astype(np.int64), dst.astype(np.int64)
big = n > 1_000_000


def picks(count, salt=0):
    return [((i + salt) * 2654435761 + salt) % n for i in range(count)]


closure_starts = picks(20 if big else 100)
starts = picks(200 if big else 1000)
pairs = list(zip(starts, picks(len(starts), 7)))
sources = picks(64)
root = int(np.bincount(src, minlength=n).argmax())
contained, answered = np.flatnonzero(kind == 1), np.flatnonzero(kind == 2)
own_src = np.concatenate([src[contained], dst[answered]])
own_dst = np.concatenate([dst[contained], src[answered]])
simple = np.unique(src * n + dst)
simple = simple[simple // n != simple % n]
simple_src, simple_dst = simple // n, simple % n


def spent_by(child, begin):
    """The processor time of a child; by the clock where the system does not tell it."""
    try:
        # Linux's number for the clock of a process, as clock_getcpuclockid(3) gives it.
        return time.clock_gettime(~child << 3 | 2)
    except OSError:
        return time.monotonic() - begin


def apart(name, body):
    """Runs `body` in a process of its own, until it has used the processor time of its row.

    The child has no RLIMIT_CPU: with one, Linux counts its processor time in ticks of milliseconds,
    and short rows would seem to take none.
    """
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            body()
            sys.stdout.flush()
            os._exit(0)
        except BaseException:
            traceback.print_exc(limit=1)
            os._exit(1)
    begin = time.monotonic()
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if spent_by(child, begin) > LONGER.get(name, LIMIT):
            print(f"{name}: ended at its limit", file=sys.stderr)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return
        time.sleep(0.02)


def row(name, body, convert=None, dtype="<u4"):
    """Measures `body`; `convert` brings its answer into the common form, unmeasured."""

    def measure():
        times = []
        while sum(times) < 10 and (len(times) < 3 or (len(times) < 30 and sum(times) < 0.2)):
            begin = time.process_time()
            answer = body()
            times.append(time.process_time() - begin)
        answer = convert(answer) if convert else answer
        np.asarray(answer).astype(dtype).tofile(f"{folder}/{peer}-{name}.bin")
        print(f"{name}\t{sorted(times)[len(times) // 2]}")

    if not only or name in only:
        apart(name, measure)


def each(name, ask, questions, convert=None):
    """The mean time of a question; `convert` turns its answer into numbers, unmeasured."""

    def measure():
        answers, spent = [], 0
        ask(*questions[0])
        for question in questions:
            begin = time.process_time()
            answers.append(ask(*question))
            spent += time.process_time() - begin
            if spent > SHORT:
                break
        numbers = [x for a in answers for x in (convert(a) if convert else [a])]
        np.array(numbers).astype("<u4").tofile(f"{folder}/{peer}-{name}.bin")
        print(f"{name}\t{spent / len(answers)}")

    if not only or name in only:
        apart(name, measure)


def reaches(full, own, ask):
    """The rows of closures; `ask` counts what a node reaches, and may take a depth or not."""
    each("closure", lambda v: ask(full, v), [(v,) for v in closure_starts])
    each("ownership", lambda v: ask(own, v), [(v,) for v in starts])


def lowest(labels):
    """The lowest node of each node's class."""
    labels = np.asarray(labels)
    first = np.full(labels.max() + 1, n, dtype=np.int64)
    np.minimum.at(first, labels, np.arange(n))
    return first[labels]


def of_sets(classes):
    labels = np.zeros(n, dtype=np.int64)
    for label, members in enumerate(classes):
        labels[list(members)] = label
    return lowest(labels)


def ten(paths):
    """The lengths of ten paths, and how many there are."""
    return [len(paths), *paths]


def scipy_rows():
    from scipy.sparse import csgraph as cs
    from scipy.sparse import csr_matrix

    def matrix(a, b):
        return csr_matrix((np.ones(len(a)), (a, b)), shape=(n, n))

    def both_ways():
        rows = matrix(src, dst)
        return rows, rows.tocsc()

    row("build", both_ways, lambda _: [e])
    full, own = matrix(src, dst), matrix(own_src, own_dst)
    reaches(
        full, own, lambda g, v: len(cs.breadth_first_order(g, v, return_predecessors=False)) - 1
    )
    row("scc", lambda: cs.connected_components(full, True, "strong")[1], lowest)
    row("wcc", lambda: cs.connected_components(full, True, "weak")[1], lowest)


def igraph_rows():
    import igraph as ig

    def make(a, b):
        return ig.Graph(n, np.stack([a, b], axis=1), directed=True)

    row("build", lambda: make(src, dst).ecount(), lambda x: [x])
    full, own, plain = make(src, dst), make(own_src, own_dst), make(simple_src, simple_dst)
    reaches(full, own, lambda g, v: len(g.subcomponent(v, "out")) - 1)
    each(
        "depth3",
        lambda v: full.neighborhood_size(v, order=3, mode="out") - 1,
        [(v,) for v in starts],
    )
    row("scc", lambda: full.connected_components("strong").membership, lowest)
    row("wcc", lambda: full.connected_components("weak").membership, lowest)
    row("articulation", lambda: full.articulation_points(), sorted)
    each(
        "path",
        lambda a, b: full.distances(a, b)[0][0],
        pairs,
        lambda d: [FAR if d == float("inf") else d],
    )
    row(
        "dominators",
        lambda: full.dominator(root, mode="out"),
        lambda d: [int(x) if x >= 0 else FAR for x in d],
    )
    row("betweenness", lambda: full.betweenness(directed=True, sources=sources), dtype="<f8")
    loopless = full.copy().simplify(multiple=False)
    row("cores", lambda: loopless.coreness(mode="all"))
    each(
        "kshortest",
        lambda a, b: plain.get_k_shortest_paths(a, b, k=10, output="epath"),
        pairs[:20],
        lambda paths: ten([len(p) for p in paths]),
    )


def rustworkx_rows():
    import rustworkx as rx

    def make(a, b):
        graph = rx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(n))
        graph.add_edges_from_no_data(list(zip(a.tolist(), b.tolist())))
        return graph

    # Once only: lists of millions of pairs take longer than all rows together.
    begin = time.process_time()
    full = make(src, dst)
    if not only or "build" in only:
        print(f"build\t{time.process_time() - begin}")
        np.array([full.num_edges()], dtype="<u4").tofile(f"{folder}/{peer}-build.bin")
    own = make(own_src, own_dst)
    reaches(full, own, lambda g, v: len(rx.descendants(g, v)))
    row("scc", lambda: rx.strongly_connected_components(full), of_sets)
    row("wcc", lambda: rx.weakly_connected_components(full), of_sets)

    def ranks():
        condensed = rx.condensation(full)
        return condensed, rx.topological_generations(condensed)

    def spread(answer):
        condensed, generations = answer
        out = np.zeros(n, dtype=np.int64)
        for rank, generation in enumerate(generations):
            for v in generation:
                out[list(condensed[v])] = rank
        return out

    row(
        "dominators",
        lambda: rx.immediate_dominators(full, root),
        lambda d: [d.get(v, FAR) if v != root else FAR for v in range(n)],
    )
    if not big:
        row("ranks", ranks, spread)
        both = full.to_undirected(multigraph=True)
        row("articulation", lambda: rx.articulation_points(both), sorted)


def networkit_rows():
    import networkit as nk

    nk.setNumberOfThreads(1)

    def make(a, b):
        return nk.GraphFromCoo((a, b), n=n, directed=True)

    def run(search):
        search.run()
        return search

    row("build", lambda: make(src, dst).numberOfEdges(), lambda x: [x])
    full, own = make(src, dst), make(own_src, own_dst)
    reaches(
        full,
        own,
        lambda g, v: len(run(nk.distance.BFS(g, v, False, True)).getNodesSortedByDistance()) - 1,
    )
    parts = nk.components
    row(
        "scc",
        lambda: run(parts.StronglyConnectedComponents(full)),
        lambda x: lowest(x.getPartition().getVector()),
    )
    row(
        "wcc",
        lambda: run(parts.WeaklyConnectedComponents(full)),
        lambda x: of_sets(x.getComponents()),
    )

    def path(a, b):
        return 0 if a == b else run(nk.distance.BidirectionalBFS(full, a, b, False)).getDistance()

    each("path", path, pairs, lambda d: [int(d) if d < 2**31 else FAR])


def networkx_rows():
    import networkx as nx

    if big:
        return
    plain = nx.DiGraph()
    plain.add_nodes_from(range(n))
    plain.add_edges_from(zip(simple_src.tolist(), simple_dst.tolist()))

    def shortest(a, b):
        try:
            return [len(p) - 1 for p in islice(nx.shortest_simple_paths(plain, a, b), 10)]
        except nx.NetworkXNoPath:
            return []

    each("kshortest", shortest, pairs[:20], ten)
    full, own = nx.MultiDiGraph(), nx.DiGraph()
    for graph, a, b in [(full, src, dst), (own, own_src, own_dst)]:
        graph.add_nodes_from(range(n))
        graph.add_edges_from(zip(a.tolist(), b.tolist()))
    reaches(full, own, lambda g, v: len(nx.descendants(g, v)))
    row("scc", lambda: list(nx.strongly_connected_components(full)), of_sets)
    row("wcc", lambda: list(nx.weakly_connected_components(full)), of_sets)
    both = nx.Graph(full)
    row("articulation", lambda: sorted(set(nx.articulation_points(both))))


{
    "scipy": scipy_rows,
    "igraph": igraph_rows,
    "rustworkx": rustworkx_rows,
    "networkit": networkit_rows,
    "networkx": networkx_rows,
}[peer]()
