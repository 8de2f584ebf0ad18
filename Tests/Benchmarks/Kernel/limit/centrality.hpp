// How much each node counts.
#pragma once
#include "graph.hpp"

// Brandes' algorithm. Nodes are known by their place in the queue, and the arcs of shortest paths
// are kept as places, so that the way back reads them in sequence. Nothing is branched on: a new
// node is at the end of the queue, and what does not count is written over by the next.
struct Betweenness {
  const Csr &g;
  Array<u32> place, queue, kept, start;
  Array<double> paths, total;

  explicit Betweenness(const Csr &g)
      : g(g), place(g.n, FAR), queue(g.n + 1), kept(g.e + 1), start(g.n + 1), paths(g.n + 1),
        total(g.n, 0) {}

  void add(u32 s) {
    u32 count = find(s);
    for (u32 at = count; at-- > 1;) {
      if (at >= 16) fetch(&total[queue[at - 16]]);
      double sum = 0, mine = paths[at];
      for (u32 i = start[at]; i < start[at + 1]; i++) sum += paths[kept[i]];
      total[queue[at]] += sum * mine;
      paths[at] = (1 + sum * mine) / mine;
    }
    for (u32 i = 0; i < count; i++) place[queue[i]] = FAR;
  }

  u32 find(u32 s) {
    const u32 *off = g.off.data(), *to = g.to.data();
    u32 *place = this->place.data(), *queue = this->queue.data(), *kept = this->kept.data();
    double *paths = this->paths.data();
    u32 head = 0, tail = 1, count = 0;
    place[s] = 0, queue[0] = s, paths[0] = 1;
    while (head < tail) {
      u32 end = tail;
      paths[tail] = 0;
      for (; head < end; head++) {
        if (head + 16 < tail) g.askOffset(queue[head + 16]);
        if (head + 9 < tail) g.askRow(queue[head + 9]);
        if (head + 4 < tail)
          for (u32 v = queue[head + 4], i = off[v], j = std::min(off[v + 1], i + 12); i < j; i++)
            fetch(&place[to[i]]);
        const double gain[] = {0, paths[head]};
        start[head] = count;
        for (u32 v = queue[head], i = off[v], last = off[v + 1]; i < last; i++) {
          u32 w = to[i], at = lesser(place[w], tail);
          place[w] = at;
          queue[tail] = w;
          tail += at == tail;
          paths[tail] = 0;
          bool isFarther = at >= end;
          paths[at] += gain[isFarther];
          kept[count] = at;
          count += isFarther;
        }
      }
    }
    start[tail] = count;
    return tail;
  }
};

// Core numbers: for each k in turn the nodes with k arcs left are taken, and those that this leaves
// with k. Only nodes whose core number is k or more are looked at for k, so this is linear as
// Batagelj and Zaversnik's, without keeping all nodes sorted.
static Array<u32> cores(const Csr &f, const Csr &b) {
  u32 n = f.n, *left, rest = n;
  Array<u32> degrees(n), remaining(n), queue(n + 1);
  left = degrees.data();
  for (u32 v = 0; v < n; v++) {
    u32 loops = 0;
    for (u32 i = f.off[v]; i < f.off[v + 1]; i++) loops += f.to[i] == v;
    left[v] = f.degree(v) + b.degree(v) - 2 * loops;
    remaining[v] = v;
  }
  u32 tail = 0;
  auto lower = [&](const Csr &g, u32 v, u32 k) {
    for (u32 i = g.off[v], last = g.off[v + 1]; i < last; i++) {
      u32 w = g.to[i], d = left[w];
      left[w] = d - (d > k);
      queue[tail] = w;
      tail += d == k + 1;
    }
  };
  for (u32 k = 0, next; rest; k = next) {
    u32 kept = 0, head = 0;
    tail = 0, next = FAR;
    for (u32 i = 0; i < rest; i++) {
      u32 v = remaining[i], d = left[v];
      if (d < k) continue;
      if (d == k) queue[tail++] = v;
      else remaining[kept++] = v, next = std::min(next, d);
    }
    rest = kept;
    if (tail) next = k + 1;
    for (; head < tail; head++) {
      if (head + 16 < tail) f.askOffset(queue[head + 16]), b.askOffset(queue[head + 16]);
      if (head + 8 < tail) f.askRow(queue[head + 8]), b.askRow(queue[head + 8]);
      lower(f, queue[head], k), lower(b, queue[head], k);
    }
  }
  return degrees;
}
