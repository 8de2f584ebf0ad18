// The limit that the library is held against: the hottest kernels by hand, one thread, on
// compressed adjacency, as in the GAP benchmark. limit FILE FOLDER [ROW ...] prints
// ROW<TAB>seconds of processor time, median of three runs (of up to thirty short ones), and writes
// answers to FOLDER/limit-ROW.bin.
#include <cstdio>
#include <ctime>
#include <set>
#include <string>

#include "limit/centrality.hpp"
#include "limit/components.hpp"
#include "limit/cuts.hpp"
#include "limit/search.hpp"

static std::string folder;
static std::set<std::string> only;

static double now() {
  timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

template <class Values> static void put(const char *name, const Values &a) {
  FILE *f = fopen((folder + "/limit-" + name + ".bin").c_str(), "wb");
  if (!f) return;
  if (!a.empty()) fwrite(a.data(), sizeof(a[0]), a.size(), f);
  fclose(f);
}

// Measures `body`; `told` brings its answer into the common form, unmeasured.
template <class Body, class Told>
static void row(const char *name, double per, Body body, Told told) {
  if (!only.empty() && !only.count(name)) return;
  std::vector<double> t;
  decltype(body()) answer;
  for (double first = now(); t.size() < 3 || (t.size() < 30 && now() - first < 0.2);) {
    double begin = now();
    answer = body();
    t.push_back((now() - begin) / per);
  }
  std::sort(t.begin(), t.end());
  printf("%s\t%.9g\n", name, t[t.size() / 2]);
  fflush(stdout);
  put(name, told(answer));
}

template <class Body> static void row(const char *name, double per, Body body) {
  row(name, per, body, [](const auto &answer) { return answer; });
}

static Array<u32> lowest(const Array<u32> &label, u32 count) {
  Array<u32> low(count, FAR), out(label.size());
  for (u32 v = 0; v < label.size(); v++) low[label[v]] = std::min(low[label[v]], v);
  for (u32 v = 0; v < label.size(); v++) out[v] = low[label[v]];
  return out;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  folder = argv[2];
  only.insert(argv + 3, argv + argc);
  FILE *f = fopen(argv[1], "rb");
  u32 head[2];
  if (!f || fread(head, 4, 2, f) != 2) return 1;
  u32 n = head[0], e = head[1];
  Array<u32> src(e), dst(e), kind(e);
  for (Array<u32> *column : {&src, &dst, &kind})
    if (fread(column->data(), 4, e, f) != e) return 1;
  fclose(f);
  auto picks = [&](u32 count, u64 salt) {
    std::vector<u32> p;
    for (u32 i = 0; i < count; i++) p.push_back(((i + salt) * 2654435761ull + salt) % n);
    return p;
  };
  Array<u32> a, b;
  for (u32 i = 0; i < e; i++) {
    if (kind[i] == 1) a.push_back(src[i]), b.push_back(dst[i]);
    if (kind[i] == 2) a.push_back(dst[i]), b.push_back(src[i]);
  }
  Csr g = build(n, src, dst), back = turned(g), own = build(n, a, b);
  bool big = n > 1000000;
  std::vector<u32> many = picks(big ? 20 : 100, 0), starts = picks(big ? 200 : 1000, 0);
  std::vector<u32> ends = picks(starts.size(), 7);
  row("build", 1, [&] {
    Csr rows = build(n, src, dst), columns = turned(rows);
    return std::vector<u32>{columns.e};
  });
  Bfs bfs(n);
  auto each = [&](const Csr &graph, const std::vector<u32> &from, int depth) {
    std::vector<u32> out;
    for (u32 s : from) {
      bfs.run(graph, s, depth);
      // The answer is the nodes, not how many they are.
      Array<u32> reached(bfs.queue.begin() + 1, bfs.queue.begin() + bfs.tail);
      out.push_back(reached.size());
      bfs.forget();
    }
    return out;
  };
  row("closure", many.size(), [&] { return each(g, many, 1 << 30); });
  row("depth3", starts.size(), [&] { return each(g, starts, 3); });
  row("ownership", starts.size(), [&] { return each(own, starts, 1 << 30); });
  auto strong = [&] { return Strong(g, back).labels(); };
  row("scc", 1, strong, [&](const auto &labels) { return lowest(labels, n); });
  row("ranks", 1, [&] { return ranks(g, back); });
  row("wcc", 1, [&] { return wcc(g, back); });
  row("betweenness", 1, [&] {
    Betweenness search(g);
    for (u32 s : picks(64, 0)) search.add(s);
    return std::move(search.total);
  });
  row("articulation", 1, [&] { return Cuts(g, back).points; });
  PathSearch paths(g, back);
  row("path", starts.size(), [&] {
    std::vector<u32> out;
    for (size_t i = 0; i < starts.size(); i++) out.push_back(paths.run(starts[i], ends[i]));
    return out;
  });
  u32 root = 0;
  for (u32 v = 1; v < n; v++)
    if (g.degree(v) > g.degree(root)) root = v;
  row("dominators", 1, [&] { return Dominators(g, back, root).byNode(); });
  row("cores", 1, [&] { return cores(g, back); });
}
