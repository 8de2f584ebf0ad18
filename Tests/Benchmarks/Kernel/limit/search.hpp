// Breadth-first searches.
#pragma once
#include "graph.hpp"

// What a node reaches. Offsets and rows are asked for ahead, whether a node is new is not branched
// on, and only touched words are cleared.
struct Bfs {
  Array<u64> seen;
  Array<u32> queue;
  u32 tail = 0;
  explicit Bfs(u32 n) : seen((n + 63) / 64, 0), queue(n + 1) {}

  bool has(u32 v) const { return seen[v >> 6] >> (v & 63) & 1; }

  void run(const Csr &g, u32 s, int depth = 1 << 30) {
    const u32 *off = g.off.data(), *to = g.to.data();
    u32 *queue = this->queue.data(), head = 0, tail = 1;
    u64 *seen = this->seen.data();
    queue[0] = s;
    seen[s >> 6] |= 1ull << (s & 63);
    while (head < tail && depth-- > 0) {
      for (u32 end = tail; head < end; head++) {
        if (head + 16 < tail) g.askOffset(queue[head + 16]);
        if (head + 8 < tail) g.askRow(queue[head + 8]);
        u32 v = queue[head];
        for (u32 i = off[v], last = off[v + 1]; i < last; i++) {
          u32 w = to[i];
          u64 old = seen[w >> 6];
          seen[w >> 6] = old | 1ull << (w & 63);
          queue[tail] = w;
          tail += ~(old >> (w & 63)) & 1;
        }
      }
    }
    this->tail = tail;
  }

  void forget() {
    if (tail < seen.size())
      for (u32 i = 0; i < tail; i++) seen[queue[i] >> 6] = 0;
    else
      std::fill(seen.begin(), seen.end(), 0);
  }
};

// One shortest path, searched from both ends, the one with fewer arcs to look at first. Each place
// in a queue knows the place it was found from, so that the path can be told.
struct PathSearch {
  struct Side {
    const Csr &g;
    Array<u32> queue, from;
    u32 head, tail;
    u64 cost;
    explicit Side(const Csr &g) : g(g), queue(g.n + 1), from(g.n + 1) {}
  };
  Side sides[2];
  Array<u64> seen;  // a word of either side in turn
  std::vector<u32> arcs;

  PathSearch(const Csr &g, const Csr &back)
      : sides{Side(g), Side(back)}, seen((g.n + 63) / 64 * 2, 0) {}

  void start(int me, u32 v) {
    Side &side = sides[me];
    side.queue[0] = v, side.head = 0, side.tail = 1, side.cost = side.g.degree(v);
    seen[(v >> 6) * 2 + me] |= 1ull << (v & 63);
  }

  // Adds a level to one side; the place of the first node in it that the other side has seen.
  u32 expand(int me) {
    Side &side = sides[me];
    const u32 *off = side.g.off.data(), *to = side.g.to.data();
    u32 *queue = side.queue.data(), *from = side.from.data(), end = side.tail, tail = end;
    for (u32 head = side.head; head < end; head++) {
      if (head + 8 < end) side.g.askRow(queue[head + 8]);
      u32 v = queue[head];
      for (u32 i = off[v], last = off[v + 1]; i < last; i++) {
        u32 w = to[i];
        u64 *words = &seen[(w >> 6) * 2], bit = 1ull << (w & 63);
        bool isNew = !(words[me] & bit);
        words[me] |= bit;
        queue[tail] = w, from[tail] = head;
        tail += isNew;
        if (isNew && words[!me] & bit) {
          side.tail = tail;
          return tail - 1;
        }
      }
    }
    side.head = end, side.tail = tail, side.cost = 0;
    for (u32 i = end; i < tail; i++) {
      if (i + 16 < tail) side.g.askOffset(queue[i + 16]);
      side.cost += side.g.degree(queue[i]);
    }
    return FAR;
  }

  // The arcs from a place back to where the side began.
  void trace(int me, u32 at) {
    Side &side = sides[me];
    for (; at; at = side.from[at]) {
      u32 i = side.g.off[side.queue[side.from[at]]];
      while (side.g.to[i] != side.queue[at]) i++;
      arcs.push_back(me ? side.g.arc[i] : i);
    }
  }

  // How many arcs the path has, which lie in `arcs` in order; FAR when there is none.
  u32 run(u32 s, u32 t) {
    arcs.clear();
    if (s == t) return 0;
    start(0, s), start(1, t);
    u32 met = FAR;
    int me;
    do me = sides[0].cost > sides[1].cost, met = expand(me);
    while (met == FAR && sides[me].head < sides[me].tail);
    if (met != FAR) {
      // The node is one of the other side's last level.
      u32 node = sides[me].queue[met], other = sides[!me].head;
      while (sides[!me].queue[other] != node) other++;
      trace(0, me ? other : met);
      std::reverse(arcs.begin(), arcs.end());
      trace(1, me ? met : other);
    }
    for (const Side &side : sides)
      for (u32 i = 0; i < side.tail; i++) {
        u64 *words = &seen[(side.queue[i] >> 6) * 2];
        words[0] = words[1] = 0;
      }
    return met == FAR ? FAR : u32(arcs.size());
  }
};
