// The limit that the library is held against: the hottest kernels by hand, one thread, on
// compressed adjacency, as in the GAP benchmark. limit FILE FOLDER prints ROW<TAB>seconds of
// processor time, median of three, and writes answers to FOLDER/limit-ROW.bin.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

using u32 = uint32_t;
using std::vector;
static const u32 FAR = 0xFFFFFFFFu;

static double now() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

struct Csr {
  vector<u32> off, to;
};

static Csr build(u32 n, const vector<u32> &src, const vector<u32> &dst) {
  Csr g;
  g.off.assign(n + 1, 0);
  g.to.resize(src.size());
  for (u32 s : src) g.off[s + 1]++;
  for (u32 v = 0; v < n; v++) g.off[v + 1] += g.off[v];
  vector<u32> cur(g.off.begin(), g.off.end() - 1);
  for (size_t i = 0; i < src.size(); i++) g.to[cur[src[i]]++] = dst[i];
  return g;
}

static std::string folder;

template <class T> static void put(const char *name, const vector<T> &a) {
  FILE *f = fopen((folder + "/limit-" + name + ".bin").c_str(), "wb");
  if (!f) return;
  fwrite(a.data(), sizeof(T), a.size(), f);
  fclose(f);
}

template <class F> static void row(const char *name, double per, F body) {
  vector<double> t;
  auto answer = body();
  for (int i = 0; i < 3; i++) {
    double b = now();
    answer = body();
    t.push_back((now() - b) / per);
  }
  std::sort(t.begin(), t.end());
  printf("%s\t%.9g\n", name, t[1]);
  fflush(stdout);
  put(name, answer);
}

// Breadth-first search with prefetch, a bitset, and only touched words cleared.
struct Bfs {
  vector<uint64_t> seen;
  vector<u32> queue;
  explicit Bfs(u32 n) : seen((n + 63) / 64), queue(n + 1) {}
  u32 run(const Csr &g, u32 s, int depth) {
    u32 head = 0, tail = 1;
    queue[0] = s;
    seen[s >> 6] |= 1ull << (s & 63);
    while (head < tail && depth-- > 0) {
      u32 end = tail;
      for (; head < end; head++) {
        if (head + 16 < tail) __builtin_prefetch(&g.off[queue[head + 16]]);
        if (head + 8 < tail) __builtin_prefetch(&g.to[g.off[queue[head + 8]]]);
        u32 v = queue[head];
        for (u32 i = g.off[v]; i < g.off[v + 1]; i++) {
          u32 w = g.to[i];
          uint64_t bit = 1ull << (w & 63);
          if (seen[w >> 6] & bit) continue;
          seen[w >> 6] |= bit;
          queue[tail++] = w;
        }
      }
    }
    if (tail < seen.size())
      for (u32 i = 0; i < tail; i++) seen[queue[i] >> 6] = 0;
    else
      std::fill(seen.begin(), seen.end(), 0);
    return tail - 1;
  }
};

static vector<u32> lowest(const vector<u32> &label, u32 count) {
  vector<u32> low(count, FAR), out(label.size());
  for (u32 v = 0; v < label.size(); v++) low[label[v]] = std::min(low[label[v]], v);
  for (u32 v = 0; v < label.size(); v++) out[v] = low[label[v]];
  return out;
}

// Tarjan's algorithm in Pearce's form.
static u32 scc(const Csr &g, vector<u32> &label) {
  u32 n = g.off.size() - 1, number = 1, c = FAR - 1;
  vector<u32> low(n, 0), stack;
  struct Frame { u32 v, i, num; };
  vector<Frame> path;
  path.reserve(n);
  stack.reserve(n);
  for (u32 r = 0; r < n; r++) {
    if (low[r]) continue;
    path.push_back({r, g.off[r], number});
    low[r] = number++;
    stack.push_back(r);
    while (!path.empty()) {
      Frame &f = path.back();
      u32 v = f.v;
      if (f.i < g.off[v + 1]) {
        u32 w = g.to[f.i++];
        if (!low[w]) {
          low[w] = number;
          stack.push_back(w);
          path.push_back({w, g.off[w], number++});
        } else if (low[w] < low[v]) low[v] = low[w];
      } else {
        u32 num = f.num;
        path.pop_back();
        if (low[v] == num) {
          u32 w;
          do { w = stack.back(); stack.pop_back(); low[w] = c; } while (w != v);
          c--;
        } else if (!path.empty() && low[v] < low[path.back().v]) low[path.back().v] = low[v];
      }
    }
  }
  label.resize(n);
  for (u32 v = 0; v < n; v++) label[v] = low[v] - (c + 1);
  return FAR - 1 - c;
}

static vector<u32> ranks(const Csr &g) {
  vector<u32> label;
  u32 n = g.off.size() - 1, count = scc(g, label);
  vector<u32> start(count + 1, 0), order(n), rank(count, 0), out(n);
  for (u32 v = 0; v < n; v++) start[label[v] + 1]++;
  for (u32 c = 0; c < count; c++) start[c + 1] += start[c];
  vector<u32> cur(start.begin(), start.end() - 1);
  for (u32 v = 0; v < n; v++) order[cur[label[v]]++] = v;
  for (u32 v : order) {
    u32 c = label[v];
    for (u32 i = g.off[v]; i < g.off[v + 1]; i++) {
      u32 d = label[g.to[i]];
      if (d != c) rank[d] = std::max(rank[d], rank[c] + 1);
    }
  }
  for (u32 v = 0; v < n; v++) out[v] = rank[label[v]];
  return out;
}

static vector<u32> wcc(const Csr &f, const Csr &b) {
  u32 n = f.off.size() - 1;
  vector<u32> p(n);
  for (u32 v = 0; v < n; v++) p[v] = v;
  auto find = [&](u32 v) {
    while (p[v] != v) v = p[v] = p[p[v]];
    return v;
  };
  auto join = [&](u32 a, u32 c) {
    a = find(a), c = find(c);
    if (a < c) p[c] = a; else p[a] = c;
  };
  for (u32 v = 0; v < n; v++)
    for (u32 i = f.off[v]; i < std::min(f.off[v] + 2, f.off[v + 1]); i++) join(v, f.to[i]);
  for (u32 v = 0; v < n; v++) p[v] = p[p[v]];
  vector<u32> sample;
  for (u32 v = 0; v < n; v += std::max(1u, n / 1024)) sample.push_back(p[v]);
  std::sort(sample.begin(), sample.end());
  u32 top = sample[sample.size() / 2];
  for (u32 v = 0; v < n; v++) {
    if (p[v] == top) continue;
    for (u32 i = f.off[v] + 2; i < f.off[v + 1]; i++) join(v, f.to[i]);
    for (u32 i = b.off[v]; i < b.off[v + 1]; i++) join(v, b.to[i]);
  }
  for (u32 v = 0; v < n; v++) p[v] = p[p[v]];
  return p;
}

static vector<double> pagerank(const Csr &f, const Csr &b, int rounds) {
  u32 n = f.off.size() - 1;
  vector<float> score(n, 1.0f / n), give(n);
  for (int r = 0; r < rounds; r++) {
    double lost = 0;
    for (u32 v = 0; v < n; v++) {
      u32 d = f.off[v + 1] - f.off[v];
      if (d == 0) lost += score[v];
      give[v] = d ? score[v] / d : 0;
    }
    float base = float((0.15 + 0.85 * lost) / n);
    for (u32 v = 0; v < n; v++) {
      float sum = 0;
      for (u32 i = b.off[v]; i < b.off[v + 1]; i++) sum += give[b.to[i]];
      score[v] = base + 0.85f * sum;
    }
  }
  return vector<double>(score.begin(), score.end());
}

static vector<double> betweenness(const Csr &g, const vector<u32> &sources) {
  u32 n = g.off.size() - 1;
  vector<double> total(n, 0), sigma(n, 0), delta(n, 0);
  vector<u32> dist(n, FAR), queue(n + 1);
  for (u32 s : sources) {
    u32 head = 0, tail = 1;
    queue[0] = s, dist[s] = 0, sigma[s] = 1;
    for (; head < tail; head++) {
      if (head + 8 < tail) __builtin_prefetch(&g.off[queue[head + 8]]);
      u32 v = queue[head];
      for (u32 i = g.off[v]; i < g.off[v + 1]; i++) {
        u32 w = g.to[i];
        if (dist[w] == FAR) dist[w] = dist[v] + 1, queue[tail++] = w;
        if (dist[w] == dist[v] + 1) sigma[w] += sigma[v];
      }
    }
    for (u32 i = tail; i-- > 1;) {
      u32 v = queue[i];
      double sum = 0;
      for (u32 k = g.off[v]; k < g.off[v + 1]; k++) {
        u32 w = g.to[k];
        if (dist[w] == dist[v] + 1) sum += (1 + delta[w]) / sigma[w];
      }
      delta[v] = sigma[v] * sum;
      total[v] += delta[v];
    }
    for (u32 i = 0; i < tail; i++) dist[queue[i]] = FAR, sigma[queue[i]] = delta[queue[i]] = 0;
  }
  return total;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  folder = argv[2];
  FILE *f = fopen(argv[1], "rb");
  u32 head[2];
  if (!f || fread(head, 4, 2, f) != 2) return 1;
  u32 n = head[0], e = head[1];
  vector<u32> src(e), dst(e), kind(e);
  if (fread(src.data(), 4, e, f) != e || fread(dst.data(), 4, e, f) != e ||
      fread(kind.data(), 4, e, f) != e)
    return 1;
  fclose(f);
  auto picks = [&](u32 count, uint64_t salt) {
    vector<u32> p;
    for (u32 i = 0; i < count; i++) p.push_back(((i + salt) * 2654435761ull + salt) % n);
    return p;
  };
  Csr g = build(n, src, dst), back = build(n, dst, src), own;
  vector<u32> a, b;
  for (u32 i = 0; i < e; i++) {
    if (kind[i] == 1) a.push_back(src[i]), b.push_back(dst[i]);
    if (kind[i] == 2) a.push_back(dst[i]), b.push_back(src[i]);
  }
  own = build(n, a, b);
  bool big = n > 1000000;
  vector<u32> many = picks(big ? 20 : 100, 0), starts = picks(big ? 200 : 1000, 0);
  Bfs bfs(n);
  row("build", 1, [&] {
    Csr x = build(n, src, dst), y = build(n, dst, src);
    return vector<u32>{u32(x.to.size() + 0 * y.to.size())};
  });
  auto each = [&](const Csr &graph, const vector<u32> &from, int depth) {
    vector<u32> out;
    for (u32 s : from) out.push_back(bfs.run(graph, s, depth));
    return out;
  };
  row("closure", many.size(), [&] { return each(g, many, 1 << 30); });
  row("depth3", starts.size(), [&] { return each(g, starts, 3); });
  row("ownership", starts.size(), [&] { return each(own, starts, 1 << 30); });
  vector<u32> label;
  u32 count = 0;
  row("scc", 1, [&] { count = scc(g, label); return vector<u32>(); });
  put("scc", lowest(label, count));
  row("ranks", 1, [&] { return ranks(g); });
  row("wcc", 1, [&] { return wcc(g, back); });
  row("pagerank", 1, [&] { return pagerank(g, back, 20); });
  row("betweenness", 1, [&] { return betweenness(g, picks(64, 0)); });
}
