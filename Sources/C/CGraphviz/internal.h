#ifndef CGRAPHVIZ_INTERNAL_H
#define CGRAPHVIZ_INTERNAL_H

#include "CGraphviz.h"

#include <graphviz/gvc.h>

struct CGVContext {
  GVC_t *gvc;
};

struct CGVGraph {
  Agraph_t *root;
  CGVContext *laid_out_in;  // the context that owns the layout, NULL before one
  Agiddisc_t ids;
  Agdisc_t discipline;
};

extern Agiddisc_t cgv_sequential_ids;

void cgv_capture_errors(void);

/// The subgraph, or the graph itself where it is NULL.
Agraph_t *cgv_graph_of(CGVGraph *graph, void *subgraph);

/// Runs a layout engine; false when it failed.

#endif
