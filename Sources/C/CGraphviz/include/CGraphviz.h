#ifndef CGRAPHVIZ_H
#define CGRAPHVIZ_H

#include <stdbool.h>
#include <stddef.h>

// A narrow door to Graphviz: opaque handles, `const char *` parameters, results in memory.
//
// Nothing here may be called from two threads at once: Graphviz keeps its errors, its string tables
// and its plugins in global state. The caller holds one lock around a whole render.

typedef struct CGVContext CGVContext;
typedef struct CGVGraph CGVGraph;
typedef struct CGVDocument CGVDocument;

/// A layout context with the installed plugins; NULL when memory or the library fails.
CGVContext *cgv_context_open(void);
void cgv_context_close(CGVContext *context);

/// The version of the library, such as "2.43.0"; valid until the context is closed.
const char *cgv_version(CGVContext *context);

/// A directed graph whose object ids count up from one, so that equal calls give equal layouts.
CGVGraph *cgv_graph_open(const char *name);
void cgv_graph_close(CGVGraph *graph);

/// A graph from text in the DOT language, for those who check what was written; NULL where it is none.
CGVGraph *cgv_graph_read(const char *text);
/// The nodes of a graph and the edges from one of them, one after the other: the first after NULL, and
/// NULL after the last.
void *cgv_next_node(CGVGraph *graph, void *node);
void *cgv_next_edge(CGVGraph *graph, void *node, void *edge);
void *cgv_edge_head(void *edge);
/// What a node is called, and the value of an attribute of a node or an edge; NULL for none.
const char *cgv_name(void *node);
const char *cgv_get(void *object, const char *key);

/// Declares the default of an attribute, which Graphviz needs before any object can carry it.
void cgv_default_graph(CGVGraph *graph, const char *key, const char *value);
void cgv_default_node(CGVGraph *graph, const char *key, const char *value);
void cgv_default_edge(CGVGraph *graph, const char *key, const char *value);

/// Objects are opaque too. NULL as `parent` means the graph itself; a node or edge that is made in a
/// subgraph belongs to every graph around it. Names must not start with '%'.
void *cgv_subgraph(CGVGraph *graph, void *parent, const char *name);
void *cgv_node(CGVGraph *graph, void *parent, const char *name);
void *cgv_edge(CGVGraph *graph, void *tail, void *head);

/// Sets an attribute of a graph object; `html` marks a label that Graphviz parses as HTML.
/// NULL as `object` means the graph itself.
bool cgv_set(CGVGraph *graph, void *object, const char *key, const char *value, bool html);

typedef struct {
  double width, height;
} CGVSize;

typedef struct {
  double x, y;
} CGVPoint;

/// Measures every label, and prepares the graph to be placed and rendered; false when it failed (see
/// `cgv_take_errors`). Lengths are points from here on, and y grows upwards.
bool cgv_measure(CGVContext *context, CGVGraph *graph);

/// What was measured; nothing by nothing where there is no label. NULL as `subgraph` means the graph
/// itself.
CGVSize cgv_node_size(void *node);
CGVSize cgv_edge_label_size(void *edge);
CGVSize cgv_graph_label_size(CGVGraph *graph, void *subgraph);

/// Puts things where they are to be drawn; labels and nodes by their middles.
void cgv_place_node(void *node, CGVPoint middle);
void cgv_place_edge_label(void *edge, CGVPoint middle);
void cgv_place_graph(CGVGraph *graph, void *subgraph, CGVPoint low, CGVPoint high, CGVPoint label);

/// Draws an edge along `count` points of a cubic Bézier curve (one more than a multiple of three).
/// `start` and `end` are the tips of the arrows there, if the edge has any; the curve runs from the
/// edge's head to its tail where `starts_at_head` says so. False when the edge cannot be drawn.
bool cgv_route_edge(void *edge, const CGVPoint *points, size_t count, CGVPoint start, CGVPoint end,
                    bool starts_at_head);

/// Places everything by an engine of the library, in place of `cgv_measure` and what follows it; false
/// when it failed.
bool cgv_layout(CGVContext *context, CGVGraph *graph, const char *engine);

/// After a layout by an engine: the corners of what is drawn, without padding.
void cgv_bounds(CGVGraph *graph, CGVPoint *low, CGVPoint *high);

/// Renders what was placed into memory that `cgv_free_bytes` releases; false when it failed.
bool cgv_render(CGVContext *context, CGVGraph *graph, const char *format, char **bytes,
                size_t *length);
void cgv_free_bytes(char *bytes);

/// A PDF of as many pages as are added to it; NULL when memory or the library fails. A document that
/// failed once is good for nothing but to be closed.
CGVDocument *cgv_document_open(void);
/// Renders what was placed as the next page, `size` points large; false when it failed.
bool cgv_document_add(CGVDocument *document, CGVContext *context, CGVGraph *graph, CGVSize size);
/// The whole document, valid until it is closed; false when it failed.
bool cgv_document_finish(CGVDocument *document, const char **bytes, size_t *length);
void cgv_document_close(CGVDocument *document);

/// Writes the graph in the DOT language into memory that `cgv_free_text` releases; called before a
/// layout, it holds no coordinates. NULL when it failed.
char *cgv_write(CGVGraph *graph, size_t *length);
void cgv_free_text(char *text);

/// Has this process keep what the libraries below Graphviz write to standard error, from now on: nothing
/// that anybody writes there comes out while one of the calls above lays out, measures or draws, also
/// not what another thread does.
void cgv_keep_words(void);

/// Everything the library reported since the last call, one message a line, at most 4 kB, and behind it as
/// much of the words that were kept. Never NULL; valid until the next call into the library.
const char *cgv_take_errors(void);

/// Whether an error is among what the library itself reported, and not only warnings.
bool cgv_has_error(void);

#endif
