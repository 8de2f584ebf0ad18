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

/// Between these two, what goes to standard error is added to what `cgv_take_errors` gives. Around each
/// call that lays out, measures or draws; never one inside another.
void cgv_listen(void);
void cgv_listen_no_more(void);

/// The subgraph, or the graph itself where it is NULL.
Agraph_t *cgv_graph_of(CGVGraph *graph, void *subgraph);

#endif
