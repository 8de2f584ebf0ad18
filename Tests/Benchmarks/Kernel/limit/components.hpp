// Components, and ranks over them.
#pragma once
#include "search.hpp"

// Tarjan's algorithm in Pearce's form. A giant class is found by two breadth-first searches from a
// busy node (Fleischer, Hendrickson and Pinar). Labels are in topological order.
struct Strong {
  static const u32 LAST = FAR - 1;
  struct Frame { u32 v, i, num; };
  const Csr &g;
  Array<u32> low, stack;
  Array<Frame> path;
  u32 number = 1, label = LAST, top = 0, count = 0;

  Strong(const Csr &g, const Csr &back) : g(g), low(g.n, 0), stack(g.n), path(g.n) {
    if (g.n >= 256) giant(back);
    for (u32 v = 0; v < g.n; v++)
      if (!low[v]) search(v);
    count = LAST - label;
    for (u32 &c : low) c -= label + 1;
  }

  Array<u32> labels() { return std::move(low); }

  void giant(const Csr &back) {
    u32 hub = 0;
    u64 most = 0;
    for (u32 v = 0; v < g.n; v++) {
      u64 ways = u64(g.degree(v)) * back.degree(v);
      if (ways > most) most = ways, hub = v;
    }
    Bfs after(g.n);
    after.run(g, hub);
    if (after.tail <= g.n / 4) return;
    Bfs before(g.n);
    before.run(back, hub);
    for (u32 i = 0; i < after.tail; i++)
      if (u32 v = after.queue[i]; !before.has(v) && !low[v]) search(v);
    for (u32 i = 0; i < after.tail; i++)
      if (u32 v = after.queue[i]; before.has(v)) low[v] = label;
    label--;
  }

  Frame open(u32 v) {
    u32 first = g.off[v], last = std::min(g.off[v + 1], first + 6);
    for (u32 i = first; i < last; i++) fetch(&low[g.to[i]]), fetch(&g.off[g.to[i]]);
    low[v] = number;
    stack[top++] = v;
    return {v, first, number++};
  }

  void search(u32 root) {
    u32 depth = 0;
    path[depth++] = open(root);
    while (depth) {
      Frame &f = path[depth - 1];
      u32 least = low[f.v], i = f.i, end = g.off[f.v + 1], next = FAR;
      while (i < end) {
        u32 w = g.to[i++], reached = low[w];
        if (!reached) {
          next = w;
          break;
        }
        least = std::min(least, reached);
      }
      low[f.v] = least;
      if (next != FAR) {
        f.i = i;
        path[depth++] = open(next);
      } else if (depth--; least == f.num) {
        u32 w;
        do w = stack[--top], low[w] = label;
        while (w != f.v);
        label--;
      } else {
        u32 &above = low[path[depth - 1].v];
        above = std::min(above, least);
      }
    }
  }
};

// For each node the most steps between components on a path that ends there: components take their
// rank from those before them, in topological order.
static Array<u32> ranks(const Csr &g, const Csr &back) {
  Strong strong(g, back);
  const u32 n = g.n, *label = strong.low.data(), *off = back.off.data(), *to = back.to.data();
  Array<u32> start(strong.count + 1, 0), order(n), rank(n);
  for (u32 v = 0; v < n; v++) start[label[v]]++;
  for (u32 c = 0, at = 0; c <= strong.count; c++) at += std::exchange(start[c], at);
  for (u32 v = 0; v < n; v++) order[start[label[v]]++] = v;
  for (u32 first = 0; first < n;) {
    u32 component = label[order[first]], last = start[component], most = 0;
    bool alone = last - first == 1;
    for (u32 k = first; k < last; k++) {
      if (k + 24 < n) back.askOffset(order[k + 24]);
      if (k + 12 < n) back.askRow(order[k + 12]);
      if (k + 5 < n)
        for (u32 v = order[k + 5], i = off[v], j = std::min(i + 6, off[v + 1]); i < j; i++)
          fetch(alone ? &rank[to[i]] : &label[to[i]]);
      u32 v = order[k];
      for (u32 i = off[v], end = off[v + 1]; i < end; i++)
        if (alone ? to[i] != v : label[to[i]] != component)
          most = std::max(most, rank[to[i]] + 1);
    }
    for (; first < last; first++) rank[order[first]] = most;
  }
  return rank;
}

// Afforest: after two arcs of each node, only those of nodes outside the commonest tree count.
static Array<u32> wcc(const Csr &f, const Csr &b) {
  u32 n = f.n;
  Array<u32> parent(n);
  u32 *p = parent.data();
  for (u32 v = 0; v < n; v++) p[v] = v;
  auto find = [&](u32 v) {
    while (p[v] != v) v = p[v] = p[p[v]];
    return v;
  };
  auto join = [&](u32 a, u32 c) {
    a = find(a), c = find(c);
    if (a < c) p[c] = a; else p[a] = c;
  };
  for (u32 v = 0; v < n; v++) {
    fetch(&p[f.to[f.off[v] + 48]]);
    for (u32 i = f.off[v]; i < std::min(f.off[v] + 2, f.off[v + 1]); i++) join(v, f.to[i]);
  }
  for (u32 v = 0; v < n; v++) p[v] = p[p[v]];
  std::vector<u32> sample;
  for (u32 v = 0; v < n; v += std::max(1u, n / 1024)) sample.push_back(p[v]);
  std::sort(sample.begin(), sample.end());
  u32 top = n ? sample[sample.size() / 2] : 0;
  for (u32 v = 0; v < n; v++) {
    if (p[v] == top) continue;
    for (u32 i = f.off[v] + 2; i < f.off[v + 1]; i++) join(v, f.to[i]);
    for (u32 i = b.off[v]; i < b.off[v + 1]; i++) join(v, b.to[i]);
  }
  for (u32 v = 0; v < n; v++) p[v] = p[p[v]];
  return parent;
}
