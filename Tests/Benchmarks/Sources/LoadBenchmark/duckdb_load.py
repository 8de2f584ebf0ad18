"""Reads nodes.csv and edges.csv of a folder with duckdb, into adjacency both ways.

Prints what LoadBenchmark prints of its own: processor time, time on the clock, peak memory in MB, 0,
then the numbers of nodes and edges and the sums of the numbers of their ends.
"""

import resource
import sys
import time

import duckdb
import numpy


def used():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


folder = sys.argv[1]
start, clock = used()[0], time.time()
database = duckdb.connect(":memory:")
database.execute(
    f"""create table nodes as select row_number() over () - 1 as number, * from read_csv(
    '{folder}/nodes.csv', header=true, delim=',', quote='"',
    columns={{'id': 'varchar', 'kind': 'varchar', 'name': 'varchar'}})"""
)
database.execute(
    f"""create table edges as select s.number::uinteger as source, t.number::uinteger as target, e.kind
    from read_csv('{folder}/edges.csv', header=true, delim=',', quote='"',
    columns={{'s': 'varchar', 't': 'varchar', 'kind': 'varchar'}}) e
    join nodes s on e.s = s.id join nodes t on e.t = t.id"""
)
count = database.execute("select count(*) from nodes").fetchone()[0]
joined = used()[0] - start
adjacency = []
for near, far in [("source", "target"), ("target", "source")]:
    columns = database.execute(f"select {near}, {far} from edges order by {near}").fetchnumpy()
    offsets = numpy.zeros(count + 1, dtype=numpy.uint32)
    numpy.cumsum(numpy.bincount(columns[near], minlength=count), out=offsets[1:])
    adjacency.append((offsets, columns[far]))
end, peak = used()
elapsed = time.time() - clock
sums = [int(adjacency[1][1].astype("u8").sum()), int(adjacency[0][1].astype("u8").sum())]
print(end - start, elapsed, peak, 0, count, len(adjacency[0][1]), *sums)
print("joined", joined, file=sys.stderr)
