// What others can only be reached through.
#pragma once
#include "graph.hpp"

// Articulation points and bridges, arcs followed either way. In place of Hopcroft and Tarjan's
// depth-first search, a breadth-first one numbers the nodes and gives each its parent; every other
// arc closes a cycle, whose tree arcs belong together: union-find joins them, and jumps over what
// is joined already. A set of tree arcs is known by its lowest lower end, whose parent is the only
// node through which the set hangs on what is above it.
struct Cuts {
  const Csr &f, &b;
  Array<u64> seen;
  Array<u32> queue, parent, place, set, single;
  Array<uint8_t> onCycle;
  Array<u32> roots, points, bridges;

  Cuts(const Csr &f, const Csr &b)
      : f(f), b(b), seen((f.n + 63) / 64, 0), queue(f.n + 1), parent(f.n + 1), place(f.n), set(f.n),
        single(f.n, FAR), onCycle(f.n, 0) {
    for (u32 v = 0, tail = 0; v < f.n; v++)
      if (!(seen[v >> 6] >> (v & 63) & 1)) tail = search(v, tail);
    for (u32 at = 0; at < f.n; at++) place[queue[at]] = set[at] = at;
    const u32 *to = f.to.data();
    for (u32 v = 0, i = 0; v < f.n; v++)
      for (u32 end = f.off[v + 1], at = place[v]; i < end; i++) {
        fetch(&place[to[i + 48]]);
        fetch(&set[place[to[i + 16]]]);
        join(at, place[to[i]], i);
      }
    tell();
  }

  u32 search(u32 root, u32 head) {
    u32 tail = head + 1, *queue = this->queue.data(), *parent = this->parent.data();
    u64 *seen = this->seen.data();
    auto find = [&](const Csr &g, u32 at) {
      for (u32 v = queue[at], i = g.off[v], last = g.off[v + 1]; i < last; i++) {
        u32 w = g.to[i];
        u64 old = seen[w >> 6];
        seen[w >> 6] = old | 1ull << (w & 63);
        queue[tail] = w, parent[tail] = at;
        tail += ~(old >> (w & 63)) & 1;
      }
    };
    roots.push_back(head);
    queue[head] = root, parent[head] = head;
    seen[root >> 6] |= 1ull << (root & 63);
    for (; head < tail; head++) {
      if (head + 16 < tail) f.askOffset(queue[head + 16]), b.askOffset(queue[head + 16]);
      if (head + 8 < tail) f.askRow(queue[head + 8]), b.askRow(queue[head + 8]);
      find(f, head), find(b, head);
    }
    return tail;
  }

  u32 top(u32 at) {
    while (set[at] != at) at = set[at] = set[set[at]];
    return at;
  }

  // Joins the tree arcs on the way between two places; the first arc that lies beside a tree arc is
  // that arc itself.
  void join(u32 x, u32 y, u32 arc) {
    if (set[x] == set[y]) return;
    if (x < y) std::swap(x, y);
    if (parent[x] == y && single[x] == FAR) {
      single[x] = arc;
      return;
    }
    u32 all = top(x);
    if (all == top(y)) return;
    onCycle[all] = 1;
    for (x = parent[all]; x != y;) {
      if (x < y) std::swap(x, y);
      u32 one = top(x);
      x = parent[one];
      onCycle[one] = 1;
      if (one < all) std::swap(one, all);
      set[one] = all;
    }
  }

  void tell() {
    Array<uint8_t> hung(f.n, 0);
    for (u32 root : roots) hung[root] = 1;
    Array<uint8_t> isRoot = hung;
    Array<uint8_t> isPoint(f.n, 0);
    for (u32 at = 0; at < f.n; at++) {
      if (isRoot[at] || set[at] != at) continue;
      if (!onCycle[at]) bridges.push_back(single[at]);
      // Below a root there must be two sets, elsewhere one.
      u32 above = parent[at];
      if (hung[above] == 1) hung[above] = 2;
      else isPoint[queue[above]] = 1;
    }
    for (u32 v = 0; v < f.n; v++)
      if (isPoint[v]) points.push_back(v);
    std::sort(bridges.begin(), bridges.end());
  }
};

// Immediate dominators by Semi-NCA (Georgiadis, Tarjan and Werneck), all values being numbers of a
// depth-first search from 1 on.
struct Dominators {
  struct Link { u32 ancestor, lowest; };
  const Csr &f, &b;
  Array<u32> number, node, dom;
  u32 count = 0;

  Dominators(const Csr &f, const Csr &b, u32 root)
      : f(f), b(b), number(f.n, 0), node(f.n + 1), dom(f.n + 1) {
    search(root);
    dominate();
  }

  void search(u32 root) {
    Array<u32> slot(f.n);
    u32 depth = 0, current = 1;
    auto open = [&](u32 v, u32 from) {
      u32 first = f.off[v], last = std::min(f.off[v + 1], first + 6);
      for (u32 i = first; i < last; i++) fetch(&number[f.to[i]]), fetch(&f.off[f.to[i]]);
      number[v] = ++count, node[count] = v, dom[count] = from, slot[depth] = first;
    };
    open(root, 0);
    while (current) {
      u32 i = slot[depth], end = f.off[node[current] + 1];
      while (i < end && number[f.to[i]]) i++;
      if (i < end) {
        slot[depth++] = i + 1;
        open(f.to[i], current);
        current = count;
      } else {
        current = dom[current], depth--;
      }
    }
  }

  void dominate() {
    Array<u32> semi(count + 1), way(count + 1);
    Array<Link> links(count + 1);
    for (u32 i = 0; i <= count; i++) links[i].ancestor = i ? dom[i] : 0;
    auto lowest = [&](u32 from, u32 limit) {
      u32 top = from, length = 0;
      for (; links[top].ancestor > limit; top = links[top].ancestor) way[length++] = top;
      while (length) {
        Link &link = links[way[--length]];
        link = {links[top].ancestor, std::min(link.lowest, links[top].lowest)};
        top = way[length];
      }
      return links[from].lowest;
    };
    for (u32 i = count; i; i--) {
      if (i > 16) b.askOffset(node[i - 16]);
      if (i > 8) b.askRow(node[i - 8]);
      if (i > 4)
        for (u32 v = node[i - 4], k = b.off[v], l = std::min(b.off[v + 1], k + 6); k < l; k++)
          fetch(&number[b.to[k]]);
      u32 least = dom[i], v = node[i];
      for (u32 k = b.off[v]; k < b.off[v + 1]; k++) {
        u32 from = number[b.to[k]];
        if (from) least = std::min(least, from <= i ? from : lowest(from, i));
      }
      semi[i] = links[i].lowest = least;
    }
    dom[1] = 0;
    for (u32 i = 2; i <= count; i++) {
      u32 d = dom[i];
      while (d > semi[i]) d = dom[d];
      dom[i] = d;
    }
  }

  // By node; FAR of the root and of what it does not reach.
  Array<u32> byNode() const {
    Array<u32> out(f.n, FAR);
    for (u32 i = 2; i <= count; i++) out[node[i]] = node[dom[i]];
    return out;
  }
};
