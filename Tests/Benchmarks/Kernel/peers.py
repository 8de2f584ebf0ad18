"""What the peers from PyPI need for the same rows, on the same file.

peers.py FILE FOLDER PEER [ROW ...]: prints ROW<TAB>seconds of processor time, median of three, and
writes each answer to FOLDER/PEER-ROW.bin. Each peer runs in a process of its own.
"""

import sys
import time

import numpy as np

file, folder, peer, *only = sys.argv[1:]
data = np.fromfile(file, dtype="<u4")
n, e = int(data[0]), int(data[1])
src, dst, kind = (data[2 + i * e : 2 + (i + 1) * e] for i in range(3))
src, dst = src.astype(np.int64), dst.astype(np.int64)
big = n > 1_000_000
FAR = 0xFFFFFFFF


def picks(count, salt=0):
    return [((i + salt) * 2654435761 + salt) % n for i in range(count)]


starts = picks(50 if big else 1000)
ends = picks(len(starts), 7)
sources = picks(64)
counts = np.bincount(src, minlength=n)
root = int(counts.argmax())
own = np.flatnonzero(kind == 1), np.flatnonzero(kind == 2)
own_src = np.concatenate([src[own[0]], dst[own[1]]])
own_dst = np.concatenate([dst[own[0]], src[own[1]]])


def row(name, body, convert=None, per=1, dtype="<u4", runs=3):
    """Measures `body`; `convert` brings its answer into the common form, unmeasured."""
    if only and name not in only:
        return
    times = []
    for _ in range(runs):
        begin = time.process_time()
        answer = body()
        times.append((time.process_time() - begin) / per)
    if convert:
        answer = convert(answer)
    np.asarray(answer).astype(dtype).tofile(f"{folder}/{peer}-{name}.bin")
    print(f"{name}\t{sorted(times)[len(times) // 2]}", flush=True)


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


def scipy_rows():
    from scipy.sparse import csr_matrix
    from scipy.sparse import csgraph as cs

    def matrix(a, b):
        return csr_matrix((np.ones(len(a), dtype=np.int8), (a, b)), shape=(n, n))

    row("build", lambda: matrix(src, dst).nnz, lambda _: [e])
    g, own = matrix(src, dst), matrix(own_src, own_dst)

    def closure(graph, v):
        return len(cs.breadth_first_order(graph, v, return_predecessors=False)) - 1

    row("closure", lambda: [closure(g, v) for v in starts], per=len(starts))
    row("ownership", lambda: [closure(own, v) for v in starts], per=len(starts))
    row("scc", lambda: cs.connected_components(g, True, "strong")[1], lowest)
    row("wcc", lambda: cs.connected_components(g, True, "weak")[1], lowest)


def igraph_rows():
    import igraph as ig

    pairs = np.stack([src, dst], axis=1)
    row("build", lambda: ig.Graph(n, pairs, directed=True).ecount(), lambda x: [x])
    g = ig.Graph(n, pairs, directed=True)
    own = ig.Graph(n, np.stack([own_src, own_dst], axis=1), directed=True)
    row("closure", lambda: [len(g.subcomponent(v, "out")) - 1 for v in starts], per=len(starts))
    row(
        "depth3",
        lambda: [g.neighborhood_size(v, order=3, mode="out") - 1 for v in starts],
        per=len(starts),
    )
    row(
        "ownership",
        lambda: [len(own.subcomponent(v, "out")) - 1 for v in starts],
        per=len(starts),
    )
    row("scc", lambda: g.connected_components("strong").membership, lowest)
    row("wcc", lambda: g.connected_components("weak").membership, lowest)
    row("articulation", lambda: g.articulation_points(), sorted)
    row(
        "path",
        lambda: [
            len(p[0]) - 1 if (p := g.get_shortest_paths(a, b)) and p[0] else FAR
            for a, b in zip(starts, ends)
        ],
        lambda ls: [0 if a == b else l for l, a, b in zip(ls, starts, ends)],
        per=len(starts),
        runs=1 if big else 3,
    )
    row(
        "dominators",
        lambda: g.dominator(root, mode="out"),
        lambda d: [x if x >= 0 else FAR for x in np.asarray(d).astype(np.int64)],
    )
    row(
        "betweenness",
        lambda: g.betweenness(directed=True, sources=sources) if n < 1_000_000 or only else [],
        dtype="<f8",
        runs=1 if n >= 200_000 else 3,
    )
    row("cores", lambda: ig.Graph.coreness(g, mode="all"))


def rustworkx_rows():
    import rustworkx as rx

    def make(a, b):
        graph = rx.PyDiGraph(multigraph=True)
        graph.add_nodes_from(range(n))
        graph.add_edges_from_no_data(list(zip(a.tolist(), b.tolist())))
        return graph

    row("build", lambda: make(src, dst).num_edges(), lambda x: [x], runs=1)
    g, own = make(src, dst), make(own_src, own_dst)
    row("closure", lambda: [len(rx.descendants(g, v)) for v in starts], per=len(starts), runs=1)
    row("ownership", lambda: [len(rx.descendants(own, v)) for v in starts], per=len(starts))
    row("scc", lambda: rx.strongly_connected_components(g), of_sets)
    row("wcc", lambda: rx.weakly_connected_components(g), of_sets)

    def ranks():
        c = rx.condensation(g)
        return c, rx.topological_generations(c)

    def spread(answer):
        c, generations = answer
        out = np.zeros(n, dtype=np.int64)
        for rank, generation in enumerate(generations):
            for v in generation:
                out[list(c[v])] = rank
        return out

    row("ranks", ranks, spread, runs=1)
    row("articulation", lambda: rx.articulation_points(g.to_undirected(multigraph=True)), sorted)
    row(
        "dominators",
        lambda: rx.immediate_dominators(g, root),
        lambda d: [d.get(v) if v != root and d.get(v) is not None else FAR for v in range(n)],
        runs=1,
    )


def networkit_rows():
    import networkit as nk

    nk.setNumberOfThreads(1)

    def make(a, b):
        return nk.GraphFromCoo((a, b), n=n, directed=True)

    row("build", lambda: make(src, dst).numberOfEdges(), lambda x: [x])
    g, own = make(src, dst), make(own_src, own_dst)

    def reach(graph, v):
        bfs = nk.distance.BFS(graph, v, False, True)
        bfs.run()
        return len(bfs.getNodesSortedByDistance()) - 1

    row("closure", lambda: [reach(g, v) for v in starts], per=len(starts))
    row("ownership", lambda: [reach(own, v) for v in starts], per=len(starts))
    row("scc", lambda: components(nk.components.StronglyConnectedComponents(g)), lowest)
    row("wcc", lambda: components(nk.components.WeaklyConnectedComponents(g)), of_sets_from(nk))

    def path(a, b):
        search = nk.distance.BidirectionalBFS(g, a, b, False)
        search.run()
        distance = search.getDistance()
        return int(distance) if distance < 2**31 else FAR

    row(
        "path",
        lambda: [0 if a == b else path(a, b) for a, b in zip(starts, ends)],
        per=len(starts),
    )

    row("pagerank", lambda: pagerank(nk, g), dtype="<f8")


def pagerank(nk, g):
    p = nk.centrality.PageRank(g, 0.85, 1e-30)
    p.maxIterations = 20
    p.run()
    return p.scores()


def components(search):
    search.run()
    return search.getPartition().getVector() if hasattr(search, "getPartition") else search


def of_sets_from(nk):
    def convert(search):
        if isinstance(search, list):
            return lowest(search)
        return of_sets(search.getComponents())

    return convert


def networkx_rows():
    import networkx as nx

    g = nx.MultiDiGraph()
    g.add_nodes_from(range(n))
    g.add_edges_from(zip(src.tolist(), dst.tolist()))
    own = nx.DiGraph()
    own.add_nodes_from(range(n))
    own.add_edges_from(zip(own_src.tolist(), own_dst.tolist()))
    few = starts[:100]
    row("kshortest", lambda: kshortest(nx, nx.DiGraph(g)), runs=1)
    if n > 20_000:
        return
    row("closure", lambda: [len(nx.descendants(g, v)) for v in starts], per=len(starts), runs=1)
    row("ownership", lambda: [len(nx.descendants(own, v)) for v in starts], per=len(starts), runs=1)
    row("scc", lambda: list(nx.strongly_connected_components(g)), of_sets, runs=1)
    row("wcc", lambda: list(nx.weakly_connected_components(g)), of_sets, runs=1)
    row("pagerank", lambda: power(nx, g), dtype="<f8", runs=1)
    row(
        "articulation",
        lambda: list(nx.articulation_points(nx.Graph(g))),
        lambda a: sorted(set(a)),
        runs=1,
    )


def kshortest(nx, g):
    from itertools import islice

    g.remove_edges_from(list(nx.selfloop_edges(g)))
    a, b = far_pair()
    begin = time.process_time()
    answer = [len(p) - 1 for p in islice(nx.shortest_simple_paths(g, a, b), 10)]
    print(f"kshortest-search\t{time.process_time() - begin}", flush=True)
    return answer


def far_pair():
    return root, starts[3]


def power(nx, g):
    from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_scipy

    try:
        return list(_pagerank_scipy(g, 0.85, max_iter=20, tol=0).values())
    except nx.PowerIterationFailedConvergence:
        return [0.0] * n


{
    "scipy": scipy_rows,
    "igraph": igraph_rows,
    "rustworkx": rustworkx_rows,
    "networkit": networkit_rows,
    "networkx": networkx_rows,
}[peer]()
