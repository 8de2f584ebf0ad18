#include "internal.h"

#include <stdlib.h>

CGVContext *cgv_context_open(void) {
  CGVContext *context = calloc(1, sizeof(CGVContext));
  if (!context) return NULL;
  cgv_listen();
  context->gvc = gvContext();
  cgv_listen_no_more();
  if (!context->gvc) {
    free(context);
    return NULL;
  }
  return context;
}

void cgv_context_close(CGVContext *context) {
  if (!context) return;
  gvFreeContext(context->gvc);
  free(context);
}

const char *cgv_version(CGVContext *context) { return gvcVersion(context->gvc); }

bool cgv_layout(CGVContext *context, CGVGraph *graph, const char *engine) {
  // Some engines throw dice before they seed them.
  srand(1);
  // An engine that fails halfway leaves a layout that must be freed all the same.
  graph->laid_out_in = context;
  cgv_listen();
  bool is_laid_out = gvLayout(context->gvc, graph->root, engine) == 0;
  cgv_listen_no_more();
  return is_laid_out;
}

void cgv_bounds(CGVGraph *graph, CGVPoint *low, CGVPoint *high) {
  boxf bounds = GD_bb(graph->root);
  *low = (CGVPoint){bounds.LL.x, bounds.LL.y};
  *high = (CGVPoint){bounds.UR.x, bounds.UR.y};
}

bool cgv_render(CGVContext *context, CGVGraph *graph, const char *format, char **bytes,
                size_t *length) {
  char *data = NULL;
  unsigned int count = 0;
  cgv_listen();
  int status = gvRenderData(context->gvc, graph->root, format, &data, &count);
  cgv_listen_no_more();
  if (status != 0 || !data) {
    if (data) gvFreeRenderData(data);
    return false;
  }
  *bytes = data;
  *length = count;
  return true;
}

void cgv_free_bytes(char *bytes) { gvFreeRenderData(bytes); }
