// Graphs in compressed adjacency, and the memory that everything works in.
#pragma once
#include <sys/mman.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

using u32 = uint32_t;
using u64 = uint64_t;
static const u32 FAR = 0xFFFFFFFFu;

// Memory in large pages where it takes several; it is cleared only where a value is given.
template <class T> struct Large {
  using value_type = T;
  static const size_t PAGE = 1 << 21, LEAST = 2 * PAGE;

  Large() = default;
  template <class U> Large(const Large<U> &) {}
  T *allocate(size_t count) {
    const size_t bytes = std::max<size_t>(count * sizeof(T), 1);
    bool large = bytes >= LEAST;
    void *start = large ? aligned_alloc(PAGE, (bytes + PAGE - 1) & ~(PAGE - 1)) : malloc(bytes);
    if (!start) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
    if (large) madvise(start, bytes, MADV_HUGEPAGE);
#endif
    return static_cast<T *>(start);
  }
  void deallocate(T *start, size_t) { free(start); }
  template <class U> void construct(U *at) { ::new (at) U; }
  template <class U, class... From> void construct(U *at, From &&...from) {
    ::new (at) U(std::forward<From>(from)...);
  }
  template <class U> bool operator==(const Large<U> &) const { return true; }
  template <class U> bool operator!=(const Large<U> &) const { return false; }
};

template <class T> using Array = std::vector<T, Large<T>>;

// The lesser of two where no processor can predict which: compilers make a branch of std::min.
static inline u32 lesser(u32 a, u32 b) { return b ^ ((a ^ b) & -u32(a < b)); }

static inline void fetch(const void *at) { __builtin_prefetch(at); }

// The other ends of arcs by one end, and the number of each arc. Some slots follow the last that
// lead to node 0, for those who look ahead.
struct Csr {
  static const u32 SPARE = 64;
  u32 n, e;
  Array<u32> off, to, arc;

  Csr(u32 n, u32 e) : n(n), e(e), off(n + 1), to(e + SPARE), arc(e) {
    std::fill(to.begin() + e, to.end(), 0);
    off[n] = e;
  }
  u32 degree(u32 v) const { return off[v + 1] - off[v]; }

  // Asks for where the row of a node lies; later for the row, of which every fourth short one lies
  // in two lines of memory.
  void askOffset(u32 v) const { fetch(&off[v]); }
  void askRow(u32 v) const { fetch(&to[off[v]]), fetch(to.data() + off[v + 1] - 1); }
};

// Arcs sorted by `key`, those of a key in the order in which `each` gives them: a counting sort,
// of large graphs in two steps, so that what is written to at a time fits into the cache.
template <class Each> static Csr sorted(u32 n, u32 e, const u32 *key, Each each) {
  Csr g(n, e);
  u32 *to = g.to.data(), *arc = g.arc.data();
  auto lay = [](u32 *count, u32 nodes, u32 at, u32 *off) {
    for (u32 v = 0; v < nodes; v++) {
      u32 length = count[v];
      count[v] = off[v] = at;
      at += length;
    }
  };
  if (n <= 1 << 17) {
    Array<u32> cursors(n, 0);
    u32 *cur = cursors.data();
    for (u32 i = 0; i < e; i++) cur[key[i]]++;
    lay(cur, n, 0, g.off.data());
    each([=](u32 k, u32 value, u32 number) {
      u32 slot = cur[k]++;
      to[slot] = value, arc[slot] = number;
    });
    return g;
  }
  u32 bits = 0;
  while ((n - 1) >> bits >= 256) bits++;
  struct Arc { u32 key, value, number; };
  Array<Arc> buffer(e);
  Arc *arcs = buffer.data();
  u32 ends[257] = {}, *end = ends;
  for (u32 i = 0; i < e; i++) end[(key[i] >> bits) + 1]++;
  for (u32 b = 0; b < 256; b++) end[b + 1] += end[b];
  each([=](u32 k, u32 value, u32 number) { arcs[end[k >> bits]++] = {k, value, number}; });
  Array<u32> cursors(1u << bits);
  u32 *cur = cursors.data();
  for (u32 first = 0, at = 0; first < n; first += 1u << bits) {
    u32 nodes = std::min(1u << bits, n - first), last = end[first >> bits];
    std::fill_n(cur, nodes, 0);
    for (u32 i = at; i < last; i++) cur[arcs[i].key - first]++;
    lay(cur, nodes, at, &g.off[first]);
    for (; at < last; at++) {
      u32 slot = cur[arcs[at].key - first]++;
      to[slot] = arcs[at].value, arc[slot] = arcs[at].number;
    }
  }
  return g;
}

// Rows by source; the number of an arc is its place in the columns.
static Csr build(u32 n, const Array<u32> &src, const Array<u32> &dst) {
  return sorted(n, src.size(), src.data(), [&](auto put) {
    for (u32 i = 0; i < src.size(); i++) put(src[i], dst[i], i);
  });
}

// Rows by target; the number of an arc is its slot in the rows by source.
static Csr turned(const Csr &g) {
  return sorted(g.n, g.e, g.to.data(), [&](auto put) {
    for (u32 v = 0; v < g.n; v++)
      for (u32 i = g.off[v]; i < g.off[v + 1]; i++) put(g.to[i], v, i);
  });
}
