#include "internal.h"

#include <string.h>

// Graphviz reports a message in fragments; they are joined here as they come.

enum { capacity = 4096 };

static char pending[capacity];
static char taken[capacity];
static size_t length;

static int collect(char *fragment) {
  size_t room = capacity - 1 - length, wanted = strlen(fragment);
  size_t count = wanted < room ? wanted : room;
  memcpy(pending + length, fragment, count);
  length += count;
  pending[length] = 0;
  return 0;
}

void cgv_capture_errors(void) { agseterrf(collect); }

const char *cgv_take_errors(void) {
  while (length > 0 && (pending[length - 1] == '\n' || pending[length - 1] == ' ')) length--;
  memcpy(taken, pending, length);
  taken[length] = 0;
  length = 0;
  pending[0] = 0;
  agreseterrors();
  return taken;
}
