#include "internal.h"

#include <stdlib.h>

CGVContext *cgv_context_open(void) {
  cgv_capture_errors();
  CGVContext *context = calloc(1, sizeof(CGVContext));
  if (!context) return NULL;
  context->gvc = gvContext();
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
  // An engine that fails halfway leaves a layout that must be freed all the same.
  graph->laid_out_in = context;
  return gvLayout(context->gvc, graph->root, engine) == 0;
}

void cgv_align_bands(CGVGraph *graph, void *const *subgraphs, size_t count) {
  if (count == 0 || !graph->laid_out_in) return;
  double top = 0, bottom = 0;
  for (size_t i = 0; i < count; i++) {
    boxf box = GD_bb((Agraph_t *)subgraphs[i]);
    if (i == 0 || box.UR.y > top) top = box.UR.y;
    if (i == 0 || box.LL.y < bottom) bottom = box.LL.y;
  }
  for (size_t i = 0; i < count; i++) {
    Agraph_t *band = subgraphs[i];
    if (GD_label(band)) GD_label(band)->pos.y += top - GD_bb(band).UR.y;
    GD_bb(band).UR.y = top;
    GD_bb(band).LL.y = bottom;
  }
}

bool cgv_render(CGVContext *context, CGVGraph *graph, const char *format, char **bytes,
                size_t *length) {
  char *data = NULL;
  unsigned int count = 0;
  int status = gvRenderData(context->gvc, graph->root, format, &data, &count);
  if (status != 0 || !data) {
    if (data) gvFreeRenderData(data);
    return false;
  }
  *bytes = data;
  *length = count;
  return true;
}

void cgv_free_bytes(char *bytes) { gvFreeRenderData(bytes); }
