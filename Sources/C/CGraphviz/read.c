#include "internal.h"

#include <stdlib.h>

CGVGraph *cgv_graph_read(const char *text) {
  CGVGraph *graph = calloc(1, sizeof(CGVGraph));
  if (!graph) return NULL;
  cgv_capture_errors();
  graph->root = agmemread(text);
  if (!graph->root) {
    free(graph);
    return NULL;
  }
  return graph;
}

void *cgv_next_node(CGVGraph *graph, void *node) {
  return node ? agnxtnode(graph->root, node) : agfstnode(graph->root);
}

void *cgv_next_edge(CGVGraph *graph, void *node, void *edge) {
  return edge ? agnxtout(graph->root, edge) : agfstout(graph->root, node);
}

void *cgv_edge_head(void *edge) { return aghead((Agedge_t *)edge); }

const char *cgv_name(void *node) { return agnameof(node); }

const char *cgv_get(void *object, const char *key) { return agget(object, (char *)key); }
