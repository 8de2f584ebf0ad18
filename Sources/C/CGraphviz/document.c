#include "internal.h"

#include <dlfcn.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>
#include <stdlib.h>
#include <string.h>

// Graphviz makes a PDF of one page: its renderer ends the document with the page. The renderer can
// draw into a context that somebody else opened, and a device of the kind below, which is none of
// its own, has it leave that context open. So the document is ours, and the pages are Graphviz's:
// with the links that it writes, and the same text as in a file of one page.
//
// Cairo is asked for by its name, without headers: the context must be of the very copy that
// Graphviz's plugin is linked with, and where there is none, there is no PDF at all.

typedef struct cairo_surface cairo_surface_t;
typedef struct cairo cairo_t;
typedef int (*cairo_write_t)(void *closure, const unsigned char *data, unsigned int length);

static struct {
  cairo_surface_t *(*open)(cairo_write_t write, void *closure, double width, double height);
  void (*set_size)(cairo_surface_t *surface, double width, double height);
  void (*show_page)(cairo_surface_t *surface);
  void (*finish)(cairo_surface_t *surface);
  int (*status)(cairo_surface_t *surface);
  void (*close)(cairo_surface_t *surface);
  cairo_t *(*context)(cairo_surface_t *surface);
  int (*context_status)(cairo_t *context);
  void (*context_close)(cairo_t *context);
} cairo;

static bool find_cairo(void) {
  static bool is_found;
  if (is_found) return true;
  static const char *names[] = {
#ifdef __APPLE__
      "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "/usr/local/lib/libcairo.2.dylib",
#endif
      "libcairo.so.2"};
  void *library = NULL;
  for (size_t i = 0; !library && i < sizeof names / sizeof *names; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
  const struct {
    void *place;
    const char *name;
  } wanted[] = {
      {&cairo.open, "cairo_pdf_surface_create_for_stream"},
      {&cairo.set_size, "cairo_pdf_surface_set_size"},
      {&cairo.show_page, "cairo_surface_show_page"},
      {&cairo.finish, "cairo_surface_finish"},
      {&cairo.status, "cairo_surface_status"},
      {&cairo.close, "cairo_surface_destroy"},
      {&cairo.context, "cairo_create"},
      {&cairo.context_status, "cairo_status"},
      {&cairo.context_close, "cairo_destroy"},
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    void *function = dlsym(library, wanted[i].name);
    if (!function) return false;
    memcpy(wanted[i].place, &function, sizeof function);
  }
  return is_found = true;
}

// What Graphviz's own device for PDF says of itself.
static gvdevice_features_t features = {
    GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR | GVRENDER_NO_WHITE_BG | GVRENDER_DOES_MAPS |
        GVRENDER_DOES_MAP_RECTANGLE,
    {0, 0},
    {0, 0},
    {72, 72},
};
static gvplugin_installed_t devices[] = {
    {0, "openpage:cairo", 0, NULL, &features},
    {0, NULL, 0, NULL, NULL},
};
static gvplugin_api_t interfaces[] = {{API_device, devices}, {(api_t)0, NULL}};
static gvplugin_library_t library = {"openpage", interfaces};

struct CGVDocument {
  cairo_surface_t *surface;
  char *bytes;
  size_t length, capacity;
};

static int take(void *closure, const unsigned char *data, unsigned int length) {
  enum { success = 0, write_error = 11 };
  CGVDocument *document = closure;
  if (document->capacity - document->length < length) {
    size_t capacity = document->capacity ? document->capacity : 1 << 16;
    while (capacity - document->length < length) capacity *= 2;
    char *bytes = realloc(document->bytes, capacity);
    if (!bytes) return write_error;
    document->bytes = bytes;
    document->capacity = capacity;
  }
  memcpy(document->bytes + document->length, data, length);
  document->length += length;
  return success;
}

CGVDocument *cgv_document_open(void) {
  if (!find_cairo()) return NULL;
  CGVDocument *document = calloc(1, sizeof(CGVDocument));
  if (!document) return NULL;
  // Each page says its own size.
  document->surface = cairo.open(take, document, 1, 1);
  if (cairo.status(document->surface) == 0) return document;
  cgv_document_close(document);
  return NULL;
}

bool cgv_document_add(CGVDocument *document, CGVContext *context, CGVGraph *graph, CGVSize size) {
  cairo.set_size(document->surface, size.width, size.height);
  cairo_t *page = cairo.context(document->surface);
  cgv_listen();
  gvAddLibrary(context->gvc, &library);
  bool is_drawn = gvRenderContext(context->gvc, graph->root, "openpage:cairo", page) == 0;
  cgv_listen_no_more();
  is_drawn = is_drawn && cairo.context_status(page) == 0;
  cairo.context_close(page);
  cairo.show_page(document->surface);
  return is_drawn && cairo.status(document->surface) == 0;
}

bool cgv_document_finish(CGVDocument *document, const char **bytes, size_t *length) {
  cairo.finish(document->surface);
  if (cairo.status(document->surface) != 0 || !document->bytes) return false;
  *bytes = document->bytes;
  *length = document->length;
  return true;
}

void cgv_document_close(CGVDocument *document) {
  if (!document) return;
  cairo.close(document->surface);
  free(document->bytes);
  free(document);
}
