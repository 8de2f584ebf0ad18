#include "internal.h"

#include <math.h>
#include <string.h>

// Graphviz draws a cluster as tight as its nodes are, so that columns end raggedly, and puts the
// title and the legend wherever the outermost box happens to end. Once everything is placed these
// boxes can be moved freely, for nothing else depends on them.

typedef struct {
  double low, high;
} Extent;

static void include(Extent *extent, double value) {
  if (value < extent->low) extent->low = value;
  if (value > extent->high) extent->high = value;
}

static double on_curve(const pointf *p, double t) {
  double u = 1 - t;
  return u * u * u * p[0].y + 3 * u * u * t * p[1].y + 3 * u * t * t * p[2].y + t * t * t * p[3].y;
}

static void include_nodes(Extent *extent, Agraph_t *root) {
  for (Agnode_t *node = agfstnode(root); node; node = agnxtnode(root, node)) {
    // Heights are stored as if the ranks ran downwards, but drawn sizes as they are drawn.
    double half = ND_height(node) * 72 / 2;
    include(extent, ND_coord(node).y - half);
    include(extent, ND_coord(node).y + half);
  }
}

static void include_lines(Extent *extent, Agraph_t *root) {
  enum { steps = 8 };
  for (Agnode_t *node = agfstnode(root); node; node = agnxtnode(root, node)) {
    for (Agedge_t *edge = agfstout(root, node); edge; edge = agnxtout(root, edge)) {
      if (ED_label(edge)) {
        textlabel_t *label = ED_label(edge);
        include(extent, label->pos.y - label->dimen.y / 2);
        include(extent, label->pos.y + label->dimen.y / 2);
      }
      const char *style = agget(edge, "style");
      if (style && strcmp(style, "invis") == 0) continue;
      splines *lines = ED_spl(edge);
      for (int i = 0; lines && i < lines->size; i++)
        for (int k = 0; k + 3 < lines->list[i].size; k += 3)
          for (int step = 0; step <= steps; step++)
            include(extent, on_curve(lines->list[i].list + k, (double)step / steps));
    }
  }
}

static void place(textlabel_t *label, double left, double middle) {
  if (!label) return;
  label->pos.x = left + label->dimen.x / 2;
  label->pos.y = middle;
}

static double height_of(textlabel_t *label) { return label ? label->dimen.y : 0; }

void cgv_settle_bands(CGVGraph *graph, void *page, void *const *bands, size_t count, double gap) {
  if (count == 0 || !graph->laid_out_in) return;
  Agraph_t *root = graph->root;
  Extent high = {1e9, -1e9}, wide = {1e9, -1e9};
  double heading = 0;
  include_nodes(&high, root);
  include_lines(&high, root);
  for (size_t i = 0; i < count; i++) {
    Agraph_t *band = bands[i];
    heading = fmax(heading, height_of(GD_label(band)));
    include(&wide, GD_bb(band).LL.x);
    include(&wide, GD_bb(band).UR.x);
  }
  double top = high.high + gap + heading, bottom = high.low - gap;
  for (size_t i = 0; i < count; i++) {
    Agraph_t *band = bands[i];
    if (GD_label(band)) GD_label(band)->pos.y = top - height_of(GD_label(band)) / 2;
    GD_bb(band).UR.y = top;
    GD_bb(band).LL.y = bottom;
  }
  boxf all = {{wide.low, bottom}, {wide.high, top}};
  textlabel_t *title = GD_label(root), *legend = page ? GD_label((Agraph_t *)page) : NULL;
  if (title) {
    place(title, wide.low, top + gap + title->dimen.y / 2);
    all.UR.y += gap + title->dimen.y;
    all.UR.x = fmax(all.UR.x, wide.low + title->dimen.x);
  }
  if (legend) {
    place(legend, wide.low, bottom - gap - legend->dimen.y / 2);
    all.LL.y -= gap + legend->dimen.y;
    all.UR.x = fmax(all.UR.x, wide.low + legend->dimen.x);
  }
  GD_bb(root) = all;
  if (page) GD_bb((Agraph_t *)page) = all;
}
