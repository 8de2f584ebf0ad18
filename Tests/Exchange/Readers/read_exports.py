#!/usr/bin/env python3
"""Reads what `liantu export` writes with the readers of those who will use it.

Usage: read_exports.py LIANTU FOLDER DATASET...

Exports each data set, whole and in parts, in every format; works in FOLDER. Holds what networkx
(GraphML, GEXF, JSON), rdflib (Turtle), Kuzu (tables and Cypher), Graphviz's own library (DOT) and
Python's own sqlite3 (SQLite) read against one another and against `liantu stats` under the same
filter: identities, kinds, relations, attributes, sources. Needs networkx, rdflib and kuzu.
"""

import csv
import ctypes
import ctypes.util
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import urllib.parse
from collections import Counter

import kuzu
import networkx
import rdflib

csv.field_size_limit(1 << 30)
BASE = "https://data.example.org/x/"
# What relations hold beside their ends.
ORIGIN = ["document", "document_name", "place", "basis", "open"]


class Export:
    """One part of one data set, written in every format."""

    def __init__(self, liantu, folder, dataset, arguments):
        self.liantu, self.folder = liantu, folder
        self.arguments = ["--dataset", dataset, "--lang", "en"] + arguments
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)

    def run(self, *words):
        outcome = subprocess.run(
            [self.liantu, *words, *self.arguments], capture_output=True, text=True, timeout=120,
        )
        assert outcome.returncode == 0, (words, self.arguments, outcome.stderr)
        return outcome.stdout

    def file(self, name, *words):
        path = os.path.join(self.folder, name)
        self.run("export", *words, "-o", path)
        return path

    def stats(self):
        sections = json.loads(self.run("stats", "--format", "json"))
        return {key: {name: count for name, count in sections[key].items() if count}
                for key in ("nodes", "relations")}


class Facts:
    """What a reader found: nodes by identity, relations by kind and ends, each with what it has."""

    def __init__(self, nodes, relations):
        self.nodes, self.relations = dict(nodes), list(relations)

    def counts(self):
        return {
            "nodes": dict(Counter(node["kind"] for node in self.nodes.values())),
            "relations": dict(Counter(kind for kind, *_ in self.relations)),
        }

    def ends(self):
        return Counter((kind, source, target) for kind, source, target, _ in self.relations)

    def check(self, name, stats, wanted=None):
        assert self.counts() == stats, (name, self.counts(), stats)
        for kind, source, target, _ in self.relations:
            assert source in self.nodes and target in self.nodes, (name, kind, source, target)
        if wanted is None:
            return
        assert set(self.nodes) == set(wanted.nodes), (name, set(self.nodes) ^ set(wanted.nodes))
        assert self.ends() == wanted.ends(), name
        for identity, node in wanted.nodes.items():
            assert self.nodes[identity] == node, (name, identity, self.nodes[identity], node)
        own = {tuple(relation[:3]): relation[3] for relation in self.relations}
        for kind, source, target, facts in wanted.relations:
            found = own[kind, source, target]
            assert found == facts, (name, kind, source, target, found, facts)


def only_origin(facts):
    return {key: facts[key] for key in ORIGIN if key in facts}


def from_json(path):
    """JSON Graph Format, version 2: the rules of its schema, then the facts."""
    with open(path, encoding="utf-8") as file:
        whole = json.load(file)
    assert list(whole) == ["graph"]
    graph = whole["graph"]
    assert set(graph) <= {"id", "label", "directed", "type", "metadata", "nodes", "edges"}
    assert graph["directed"] is True and isinstance(graph["type"], str)
    assert isinstance(graph["label"], str) and isinstance(graph["metadata"], dict)
    for node in graph["nodes"].values():
        assert set(node) <= {"label", "metadata"} and isinstance(node["label"], str)
        assert isinstance(node["metadata"], dict)
    allowed = {"id", "source", "target", "relation", "directed", "label", "metadata"}
    for edge in graph["edges"]:
        assert {"source", "target"} <= set(edge) <= allowed and edge["directed"] is True
        assert all(isinstance(edge[key], str) for key in ("source", "target", "relation", "label"))
    drawn = networkx.MultiDiGraph()
    for identity, node in graph["nodes"].items():
        drawn.add_node(identity, name=node["label"], **node["metadata"])
    for edge in graph["edges"]:
        drawn.add_edge(edge["source"], edge["target"], key=edge["relation"], **edge["metadata"])
    return from_networkx(drawn, lambda key, facts: key)


def from_networkx(graph, kind):
    edges = (graph.edges(keys=True, data=True) if graph.is_multigraph()
             else ((source, target, 0, facts) for source, target, facts in graph.edges(data=True)))
    return Facts(
        graph.nodes(data=True),
        ((kind(key, facts), source, target, only_origin(facts))
         for source, target, key, facts in edges),
    )


def from_xml(graph):
    """Of GraphML and GEXF, where a list is a text that holds JSON."""
    for _, node in graph.nodes(data=True):
        node["name"] = node.pop("label")
        for extra in ("viz", "start", "end"):
            node.pop(extra, None)
        for key, value in node.items():
            if isinstance(value, str) and value.startswith("["):
                try:
                    node[key] = json.loads(value)
                except ValueError:
                    pass
    return from_networkx(graph, lambda key, facts: facts["relation"])


def from_dot(path):
    """What Graphviz itself parses."""
    library = ctypes.CDLL(ctypes.util.find_library("cgraph") or "libcgraph.so.6")
    for name, result, arguments in [
        ("agmemread", ctypes.c_void_p, [ctypes.c_char_p]),
        ("agfstnode", ctypes.c_void_p, [ctypes.c_void_p]),
        ("agnxtnode", ctypes.c_void_p, [ctypes.c_void_p] * 2),
        ("agfstout", ctypes.c_void_p, [ctypes.c_void_p] * 2),
        ("agnxtout", ctypes.c_void_p, [ctypes.c_void_p] * 2),
        ("aghead", ctypes.c_void_p, [ctypes.c_void_p]),
        ("agnameof", ctypes.c_char_p, [ctypes.c_void_p]),
        ("agget", ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_char_p]),
    ]:
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    with open(path, "rb") as file:
        graph = library.agmemread(file.read())
    assert graph, path
    text = lambda value: (value or b"").decode()
    data = lambda thing, name: text(library.agget(thing, b"data_" + name.encode()))

    def facts(thing, names):
        found = {name: data(thing, name) for name in names}
        return {name: value for name, value in found.items() if value}

    nodes, relations = {}, []
    node = library.agfstnode(graph)
    while node:
        identity = text(library.agnameof(node))
        nodes[identity] = facts(node, ["name", "kind", "document", "place", "basis", "content"])
        edge = library.agfstout(graph, node)
        while edge:
            head = text(library.agnameof(library.aghead(edge)))
            relations.append((data(edge, "relation"), identity, head, facts(edge, ORIGIN)))
            edge = library.agnxtout(graph, edge)
        node = library.agnxtnode(graph, node)
    return Facts(nodes, relations)


def from_kuzu(connection, label):
    """The facts of a database; nothing that it does not say is a fact."""
    nodes, relations = {}, []
    for (node,) in rows(connection, "MATCH (n) RETURN n"):
        facts = {key: value for key, value in node.items()
                 if not key.startswith("_") and value is not None}
        facts["kind"] = facts.get("kind", label(node))
        nodes[facts.pop("id")] = facts
    for source, relation, target in rows(connection, "MATCH (a)-[r]->(b) RETURN a.id, r, b.id"):
        facts = {key: value for key, value in relation.items() if value is not None}
        relations.append((label(relation), source, target, only_origin(facts)))
    return Facts(nodes, relations)


def rows(connection, statement):
    found = connection.execute(statement)
    return found.get_all() if found.has_next() else []


def from_cypher(path):
    connection = kuzu.Connection(kuzu.Database(""))
    with open(path, encoding="utf-8") as file:
        script = file.read()
    # Kuzu refuses a script without statements, which is what nothing is exported to.
    if not script:
        return Facts({}, []), set()
    # All statements together, each result kept until the end.
    done = connection.execute(script)
    facts = from_kuzu(connection, lambda thing: thing["_label"].removesuffix("_relation"))
    ways = "MATCH (a:segment)-[:supplies*1..3]->(b:segment) RETURN a.id, b.id"
    has_flow = any(kind == "supplies" for kind, *_ in facts.relations)
    paths = {tuple(row) for row in rows(connection, ways)} if has_flow else set()
    del done
    return facts, paths


def walks(facts, longest):
    """Who reaches whom over relations of supply, the slow way."""
    supplies = {}
    for kind, source, target, _ in facts.relations:
        if kind == "supplies":
            supplies.setdefault(source, set()).add(target)
    found = set()
    for start in supplies:
        reached = {start}
        for _ in range(longest):
            reached = {target for node in reached for target in supplies.get(node, ())}
            found |= {(start, target) for target in reached}
    return found


def from_tables(folder):
    """The tables as Kuzu copies them, all kinds in one table and all relations in another."""
    with open(folder + "/nodes.csv", encoding="utf-8", newline="") as file:
        headers = next(csv.reader(file))
    columns = ["id" if header == "id:ID" else header.split(":")[0] or "the kind" for header in headers]
    connection = kuzu.Connection(kuzu.Database(""))
    fields = ", ".join(f"`{name}` STRING" for name in columns if name != "id")
    connection.execute(f"CREATE NODE TABLE Node(id STRING PRIMARY KEY, {fields})")
    connection.execute("CREATE REL TABLE Edge(FROM Node TO Node, kind STRING, source STRING, "
                       "place STRING, basis STRING, open STRING, first STRING, last STRING)")
    for table, name in (("Node", "nodes"), ("Edge", "edges")):
        # Cells may hold line breaks, which Kuzu reads one thread at a time; quotes are doubled.
        connection.execute(f"COPY {table} FROM '{folder}/{name}.csv' "
                           "(header=true, parallel=false, escape='\"')")
    nodes = {}
    for (node,) in rows(connection, "MATCH (n:Node) RETURN n"):
        nodes[node["id"]] = {"kind": node["the kind"], "name": node["name"]}
    relations = [
        (kind, source, target, {"basis": basis}) for source, target, kind, basis in
        rows(connection, "MATCH (a)-[r:Edge]->(b) RETURN a.id, b.id, r.kind, r.basis")
    ]
    return Facts(nodes, relations)


def from_turtle(path):
    graph = rdflib.Graph().parse(path, format="turtle")
    lt = rdflib.Namespace(BASE + "vocabulary/")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    identity = {node: str(text) for node, text in graph.subject_objects(lt.identity)}
    for node, text in identity.items():
        assert urllib.parse.unquote(str(node).removeprefix(BASE + "node/")) == text

    def source(thing):
        facts = {"basis": str(graph.value(thing, lt.basis))}
        document = graph.value(thing, prov.hadPrimarySource)
        if document is not None:
            qualified = graph.value(thing, prov.qualifiedPrimarySource)
            assert graph.value(qualified, prov.entity) == document
            facts["document"] = identity[document]
            facts["document_name"] = str(graph.value(document, rdflib.RDFS.label))
            facts["place"] = str(graph.value(qualified, lt.place))
        return facts

    nodes = {}
    for node, text in identity.items():
        kinds = [kind for kind in graph.objects(node, rdflib.RDF.type)
                 if str(kind).startswith(BASE + "kind/")]
        assert len(kinds) == 1
        facts = {"kind": str(kinds[0]).rpartition("/")[2],
                 "name": str(graph.value(node, rdflib.RDFS.label)), **source(node)}
        nodes[text] = facts
    relations = []
    for statement in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement):
        ends = [graph.value(statement, name)
                for name in (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object)]
        assert tuple(ends) in graph
        facts = {**source(statement), "open": graph.value(statement, lt.isOpen).toPython()}
        kind = str(ends[1]).rpartition("/")[2]
        relations.append((kind, identity[ends[0]], identity[ends[2]], facts))
    return Facts(nodes, relations), graph


def from_sqlite(path):
    """The tables as Python's own module reads them; every reference leads somewhere, every view opens."""
    connection = sqlite3.connect(f"file:{urllib.parse.quote(path)}?mode=ro", uri=True)
    ask = lambda query: connection.execute(query).fetchall()
    assert ask("PRAGMA integrity_check") == [("ok",)] and ask("PRAGMA foreign_key_check") == [], path
    assert ask("PRAGMA application_id") == [(0x4C6E7475,)] and ask("PRAGMA user_version") == [(1,)]
    names = dict(ask("SELECT id, name FROM nodes"))

    def told(basis, document, place):
        facts = {"basis": basis}
        if document is not None:
            facts |= {"document": document, "document_name": names[document], "place": place}
        return facts

    nodes = {identity: {"kind": kind, "name": name, **told(*origin)} for identity, kind, name, *origin
             in ask("SELECT id, kind, name, basis, document, place FROM nodes ORDER BY rowid")}
    for identity, alias in ask("SELECT node, alias FROM aliases ORDER BY node, position"):
        nodes[identity].setdefault("aliases", []).append(alias)
    relations = [
        (kind, source, target, {**told(*origin), "open": bool(is_open)})
        for kind, source, target, is_open, *origin in
        ask("SELECT kind, source, target, open, basis, document, place FROM relations ORDER BY id")]
    # In the order of the tables: as many rows in the view as in what it shows.
    for view, table in [("all nodes", "nodes"), ("all attributes", "attributes"),
                        ("all relations", "relations"), ("items", "status"),
                        ("responsibilities", "owners"), ("reasons of lights", "status_reasons"),
                        ("plans", "plan"), ("journal lines", "journal")]:
        counts = [ask(f'SELECT count(*) FROM "{name}"') for name in (view, table)]
        assert counts[0] == counts[1], (path, view, counts)
    values = Counter((identity, name, value) for identity, name, value in
                     ask("SELECT node, attribute, value FROM attributes"))
    lights = ask("SELECT item, light FROM status ORDER BY rowid")
    connection.close()
    return Facts(nodes, relations), values, lights


def check_sparql(graph, facts):
    """Who leads what, with the place that says so; posts and their holders; memberships."""
    asked = """
        SELECT ?party ?item ?place WHERE {
          ?statement rdf:predicate rel:lead ; rdf:subject/lt:identity ?party ;
            rdf:object/lt:identity ?item ; lt:role role:lead ;
            prov:qualifiedPrimarySource/lt:place ?place . }"""
    found = {tuple(str(cell) for cell in row) for row in graph.query(asked)}
    wanted = {(source, target, origin["place"])
              for kind, source, target, origin in facts.relations
              if kind == "lead" and "place" in origin}
    assert found == wanted, (found ^ wanted)
    posts = {tuple(str(cell) for cell in row) for row in graph.query(
        "SELECT ?holder ?title WHERE { ?post a org:Post ; rdfs:label ?title ; "
        "org:heldBy/lt:identity ?holder . ?person org:holds ?post ; a foaf:Person }")}
    wanted = {(identity, title) for identity, node in facts.nodes.items()
              if node["kind"] == "leader" for title in node.get("titles", [])}
    assert posts == wanted, (posts ^ wanted)
    members = {tuple(str(cell) for cell in row) for row in graph.query(
        "SELECT ?member ?whole WHERE { ?m a org:Membership ; org:member/lt:identity ?member ; "
        "org:organization/lt:identity ?whole }")}
    wanted = {(source, target) for kind, source, target, _ in facts.relations if kind == "memberOf"}
    assert members == wanted, (members ^ wanted)


def check_neo4j(path, facts):
    """Nobody runs Neo4j here: the script must be of the one form that it is written in, and its
    texts, read as Cypher has them, are the identities."""
    with open(path, encoding="utf-8") as file:
        script = file.read()
    text = r"'(?:[^'\\]|\\['\\])*'"
    name = r"`(?:[^`]|``)+`"
    value = rf"(?:{text}|-?\d+(?:\.\d+)?|true|false)"
    entry = rf"{name}: (?:{value}|\[{value}(?:, {value})*\])"
    entries = rf"{entry}(?:, {entry})*"
    node = rf"\{{id: {text}, {entries}\}}"
    relation = rf"\{{a: {text}, b: {text}, r: \{{{entries}\}}\}}"
    statement = re.compile(
        rf"UNWIND \[\n(?P<nodes>{node}(?:,\n{node})*)\] AS row "
        rf"MERGE \(n:Liantu \{{id: row\.id\}}\) SET n = row, n:{name};\n"
        rf"|UNWIND \[\n(?P<relations>{relation}(?:,\n{relation})*)\] AS row "
        r"MATCH \(a:Liantu \{id: row\.a\}\) MATCH \(b:Liantu \{id: row\.b\}\) "
        rf"MERGE \(a\)-\[r:(?P<kind>{name})\]->\(b\) SET r = row\.r;\n")
    first, rest = script.split("\n", 1)
    assert first.startswith("CREATE CONSTRAINT liantu_id IF NOT EXISTS")
    plain = lambda quoted: re.sub(r"\\(.)", r"\1", quoted[1:-1], flags=re.S)
    nodes, relations, position = [], Counter(), 0
    while position < len(rest):
        found = statement.match(rest, position)
        assert found, rest[position:position + 200]
        position = found.end()
        if found["nodes"]:
            nodes += [plain(row) for row in
                      re.findall(rf"(?:^|,\n)\{{id: ({text}), ", found["nodes"])]
        else:
            kind = found["kind"][1:-1]
            for source, target in re.findall(rf"(?:^|,\n)\{{a: ({text}), b: ({text}), r: ",
                                             found["relations"]):
                relations[kind, plain(source), plain(target)] += 1
    assert sorted(nodes) == sorted(facts.nodes), path
    assert relations == facts.ends(), path


def picked(facts, names):
    """The same facts with some of what they hold."""
    return Facts(
        ((identity, {key: node[key] for key in names if key in node})
         for identity, node in facts.nodes.items()),
        ((kind, source, target, {key: origin[key] for key in names if key in origin})
         for kind, source, target, origin in facts.relations),
    )


def check(liantu, folder, dataset, arguments):
    export = Export(liantu, folder, dataset, arguments)
    stats = export.stats()
    facts = from_json(export.file("graph.json", "jsongraph"))
    facts.check("jsongraph", stats)
    from_xml(networkx.read_graphml(export.file("graph.graphml", "graphml"))) \
        .check("graphml", stats, facts)
    from_xml(networkx.read_gexf(export.file("graph.gexf", "gexf"), version="1.3")) \
        .check("gexf", stats, facts)
    database, paths = from_cypher(export.file("kuzu.cypher", "cypher", "--dialect", "kuzu"))
    database.check("cypher", stats, facts)
    assert paths == walks(facts, 3), "paths of Kuzu"
    check_neo4j(export.file("graph.cypher", "cypher"), facts)
    told = picked(facts, ["name", "kind", "document", "document_name", "place", "basis", "open"])
    turtle, graph = from_turtle(export.file("graph.ttl", "turtle", "--base", BASE))
    turtle.check("turtle", stats, told)
    check_sparql(graph, facts)
    dot = from_dot(export.file("graph.dot", "dot"))
    for relation in dot.relations:
        relation[3]["open"] = relation[3]["open"] == "true"
    dot_told = picked(facts, ["name", "kind", "document", "place", "basis", "content"])
    dot_told.relations = told.relations
    dot.check("dot", stats, dot_told)
    database, values, lights = from_sqlite(export.file("graph.sqlite", "sqlite"))
    database.check("sqlite", stats, picked(
        facts, ["name", "kind", "aliases", "document", "document_name", "place", "basis", "open"]))
    # What the JSON says as one value or a list stands in rows; words of its own names of fields apart.
    for identity, node in facts.nodes.items():
        for name in ("content", "status", "level", "date", "wording", "category"):
            if name in node and isinstance(node[name], str):
                assert values[identity, name, node[name]] == 1, (identity, name, node[name])
    if not arguments:
        rows = json.loads(export.run("status", "--format", "json"))["rows"]
        assert lights == [(row["item"]["id"], row["light"]) for row in rows], "lights"
    tables = from_tables(export.file("tables", "csv"))
    tables.check("csv", stats, Facts(
        picked(facts, ["name", "kind"]).nodes, picked(facts, ["basis"]).relations))
    # Read back, they are the same data set.
    again = Export(liantu, folder + "-again", folder + "/tables", [])
    assert again.run("export", "jsongraph") == export.run("export", "jsongraph"), "tables and back"
    return stats


def parts(liantu, dataset):
    """The filters that are tried: none, each alone, and together."""
    stats = json.loads(subprocess.run(
        [liantu, "stats", "--dataset", dataset, "--format", "json"],
        capture_output=True, text=True, check=True).stdout)
    kinds = [kind for kind, count in stats["nodes"].items() if count]
    relations = [relation for relation, count in stats["relations"].items() if count]
    yield []
    yield ["--basis", "document"]
    yield ["--kind", "产业链环节", "--kind", "enterprise"]
    yield ["--kind", kinds[-1]]
    # What is said of segments, and who says it; then the sorts of flow that no supply is.
    yield ["--kind", "摸排", "--kind", "document", "--kind", "segment"]
    yield ["--relation", "equips", "--relation", "returns"]
    yield ["--relation", relations[0], "--relation", relations[-1]]
    yield ["--within", "kind(cluster) + kind(department) + kind(leader)"]
    yield ["--within", "kind(segment)", "--relation", "supplies", "--basis", "document"]
    yield ["--within", "kind(region) & kind(task)"]


def main():
    liantu, folder = (os.path.abspath(word) for word in sys.argv[1:3])
    for dataset in sys.argv[3:]:
        for position, arguments in enumerate(parts(liantu, dataset)):
            stats = check(liantu, os.path.join(folder, str(position)), dataset, arguments)
            total = {key: sum(counts.values()) for key, counts in stats.items()}
            print(f"{dataset} {' '.join(arguments) or '(all)'}: {total['nodes']} nodes, "
                  f"{total['relations']} relations, the same in every format")


if __name__ == "__main__":
    main()
