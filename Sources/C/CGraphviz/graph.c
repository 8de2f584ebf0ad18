#include "internal.h"

#include <stdlib.h>
#include <string.h>

CGVGraph *cgv_graph_open(const char *name) {
  CGVGraph *graph = calloc(1, sizeof(CGVGraph));
  if (!graph) return NULL;
  cgv_capture_errors();
  graph->ids = cgv_sequential_ids;
  graph->discipline = (Agdisc_t){&AgMemDisc, &graph->ids, &AgIoDisc};
  graph->root = agopen((char *)name, Agdirected, &graph->discipline);
  if (!graph->root) {
    free(graph);
    return NULL;
  }
  // The first layout of a process declares this default for every graph that is opened after it, so
  // DOT written before and after would differ: it is declared from the start.
  agattr(graph->root, AGNODE, "label", "\\N");
  return graph;
}

void cgv_graph_close(CGVGraph *graph) {
  if (!graph) return;
  if (graph->laid_out_in) gvFreeLayout(graph->laid_out_in->gvc, graph->root);
  agclose(graph->root);
  free(graph);
}

static void set_default(CGVGraph *graph, int kind, const char *key, const char *value) {
  agattr(graph->root, kind, (char *)key, (char *)value);
}

void cgv_default_graph(CGVGraph *graph, const char *key, const char *value) {
  set_default(graph, AGRAPH, key, value);
}

void cgv_default_node(CGVGraph *graph, const char *key, const char *value) {
  set_default(graph, AGNODE, key, value);
}

void cgv_default_edge(CGVGraph *graph, const char *key, const char *value) {
  set_default(graph, AGEDGE, key, value);
}

Agraph_t *cgv_graph_of(CGVGraph *graph, void *subgraph) {
  return subgraph ? (Agraph_t *)subgraph : graph->root;
}

void *cgv_subgraph(CGVGraph *graph, void *parent, const char *name) {
  return agsubg(cgv_graph_of(graph, parent), (char *)name, 1);
}

void *cgv_node(CGVGraph *graph, void *parent, const char *name) {
  return agnode(cgv_graph_of(graph, parent), (char *)name, 1);
}

void *cgv_edge(CGVGraph *graph, void *tail, void *head) {
  return agedge(graph->root, tail, head, NULL, 1);
}

bool cgv_set(CGVGraph *graph, void *object, const char *key, const char *value, bool html) {
  void *target = object ? object : graph->root;
  if (!html) return agsafeset(target, (char *)key, (char *)value, "") == 0;
  char *label = agstrdup_html(graph->root, (char *)value);
  if (!label) return false;
  int status = agsafeset(target, (char *)key, label, "");
  agstrfree(graph->root, label);
  return status == 0;
}

typedef struct {
  char *text;
  size_t length, room;
} Memory;

static int append(void *channel, const char *text) {
  Memory *memory = channel;
  size_t extra = strlen(text);
  if (memory->length + extra + 1 > memory->room) {
    size_t room = (memory->length + extra + 1) * 2;
    char *grown = realloc(memory->text, room);
    if (!grown) return EOF;
    memory->text = grown;
    memory->room = room;
  }
  memcpy(memory->text + memory->length, text, extra + 1);
  memory->length += extra;
  return (int)extra;
}

static int ignore(void *channel) {
  (void)channel;
  return 0;
}

char *cgv_write(CGVGraph *graph, size_t *length) {
  Memory memory = {NULL, 0, 0};
  Agiodisc_t to_memory = {NULL, append, ignore};
  Agiodisc_t *usual = graph->root->clos->disc.io;
  graph->root->clos->disc.io = &to_memory;
  int status = agwrite(graph->root, &memory);
  graph->root->clos->disc.io = usual;
  if (status == EOF || !memory.text) {
    free(memory.text);
    return NULL;
  }
  *length = memory.length;
  return memory.text;
}

void cgv_free_text(char *text) { free(text); }
