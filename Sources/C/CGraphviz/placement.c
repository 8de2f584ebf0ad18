#include "internal.h"

#include <stdlib.h>
#include <string.h>

// Graphviz's engine `nop2` draws what stands where the attributes `pos` and `bb` say. It is given
// nothing but zeros here: it then does what every engine does first, measure each label, and leaves
// structures that hold the final places. Those are overwritten directly, which spares a second
// layout and the printing and parsing of every number.

bool cgv_measure(CGVContext *context, CGVGraph *graph) {
  cgv_default_node(graph, "pos", "0,0");
  // Both ends are named, or the kinds of arrow would not be looked up.
  cgv_default_edge(graph, "pos", "s,0,0 e,0,0 0,0 0,0 0,0 0,0");
  cgv_default_graph(graph, "bb", "0,0,0,0");
  return cgv_layout(context, graph, "nop2");
}

static CGVSize size_of(const textlabel_t *label) {
  return label ? (CGVSize){label->dimen.x, label->dimen.y} : (CGVSize){0, 0};
}

CGVSize cgv_node_size(void *node) {
  return (CGVSize){ND_width((Agnode_t *)node) * 72, ND_height((Agnode_t *)node) * 72};
}

CGVSize cgv_edge_label_size(void *edge) { return size_of(ED_label((Agedge_t *)edge)); }

CGVSize cgv_graph_label_size(CGVGraph *graph, void *subgraph) {
  return size_of(GD_label(cgv_graph_of(graph, subgraph)));
}

static void place(textlabel_t *label, CGVPoint middle) {
  if (!label) return;
  label->pos = (pointf){middle.x, middle.y};
  label->set = true;
}

void cgv_place_node(void *node, CGVPoint middle) {
  ND_coord((Agnode_t *)node) = (pointf){middle.x, middle.y};
}

void cgv_place_graph(CGVGraph *graph, void *subgraph, CGVPoint low, CGVPoint high,
                     CGVPoint label) {
  Agraph_t *target = cgv_graph_of(graph, subgraph);
  GD_bb(target) = (boxf){{low.x, low.y}, {high.x, high.y}};
  place(GD_label(target), label);
}

void cgv_place_edge_label(void *edge, CGVPoint middle) {
  place(ED_label((Agedge_t *)edge), middle);
}

bool cgv_route_edge(void *edge, const CGVPoint *points, size_t count, CGVPoint start, CGVPoint end,
                    bool starts_at_head) {
  splines *lines = ED_spl((Agedge_t *)edge);
  if (!lines || lines->size != 1 || count < 4 || count % 3 != 1) return false;
  bezier *line = lines->list;
  pointf *list = malloc(count * sizeof(pointf));
  if (!list) return false;
  boxf box = {{points[0].x, points[0].y}, {points[0].x, points[0].y}};
  for (size_t i = 0; i < count; i++) {
    list[i] = (pointf){points[i].x, points[i].y};
    if (list[i].x < box.LL.x) box.LL.x = list[i].x;
    if (list[i].y < box.LL.y) box.LL.y = list[i].y;
    if (list[i].x > box.UR.x) box.UR.x = list[i].x;
    if (list[i].y > box.UR.y) box.UR.y = list[i].y;
  }
  free(line->list);
  line->list = list;
  line->size = (int)count;
  if (starts_at_head) {
    int flag = (int)line->sflag;
    line->sflag = line->eflag;
    line->eflag = flag;
  }
  line->sp = line->sflag ? (pointf){start.x, start.y} : list[0];
  line->ep = line->eflag ? (pointf){end.x, end.y} : list[count - 1];
  lines->bb = box;
  return true;
}
