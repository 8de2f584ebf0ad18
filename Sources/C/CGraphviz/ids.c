#include "internal.h"

#include <stdlib.h>
#include <string.h>

// Graphviz's own discipline uses the address of a name as its id, and orders objects by id: the
// picture then depends on malloc. Here ids count up in the order of creation.

typedef struct {
  char *name;  // interned by cgraph, so that equal names are equal pointers
  IDTYPE id;
} Slot;

typedef struct {
  Agraph_t *graph;
  IDTYPE last;
  Slot *slots;  // open addressing; never iterated, so the addresses cannot show in the order
  size_t capacity, used;
  char **names;  // by id
  size_t room;
} Ids;

static size_t slot_of(const Ids *ids, const char *name) {
  size_t hash = ((size_t)name >> 4) * (size_t)0x9E3779B97F4A7C15u;
  size_t at = hash & (ids->capacity - 1);
  while (ids->slots[at].name && ids->slots[at].name != name) at = (at + 1) & (ids->capacity - 1);
  return at;
}

static bool grow(Ids *ids) {
  Slot *old = ids->slots;
  size_t count = ids->capacity, capacity = count ? count * 2 : 256;
  Slot *slots = calloc(capacity, sizeof(Slot));
  if (!slots) return false;
  ids->slots = slots;
  ids->capacity = capacity;
  for (size_t i = 0; i < count; i++)
    if (old[i].name) slots[slot_of(ids, old[i].name)] = old[i];
  free(old);
  return true;
}

static bool remember(Ids *ids, IDTYPE id, char *name) {
  if (id >= ids->room) {
    size_t room = ids->room ? ids->room * 2 : 512;
    char **names = realloc(ids->names, room * sizeof(char *));
    if (!names) return false;
    memset(names + ids->room, 0, (room - ids->room) * sizeof(char *));
    ids->names = names;
    ids->room = room;
  }
  ids->names[id] = name;
  return true;
}

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  Ids *ids = calloc(1, sizeof(Ids));
  if (!ids || !grow(ids)) abort();
  ids->graph = graph;
  return ids;
}

static long ids_map(void *state, int type, char *name, IDTYPE *id, int create) {
  (void)type;
  Ids *ids = state;
  if (!name) {
    *id = ++ids->last;
    return remember(ids, *id, NULL);
  }
  char *interned = create ? agstrdup(ids->graph, name) : agstrbind(ids->graph, name);
  if (!interned) return 0;
  size_t at = slot_of(ids, interned);
  if (ids->slots[at].name) {
    if (create) agstrfree(ids->graph, interned);  // one reference per name is held already
    *id = ids->slots[at].id;
    return 1;
  }
  if (!create) return 0;
  *id = ++ids->last;
  ids->slots[at] = (Slot){interned, *id};
  if (++ids->used * 2 > ids->capacity && !grow(ids)) return 0;
  return remember(ids, *id, interned);
}

static long ids_alloc(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
  return 0;  // ids are never chosen by the caller
}

static void ids_free(void *state, int type, IDTYPE id) {
  (void)state, (void)type, (void)id;
}

static char *ids_print(void *state, int type, IDTYPE id) {
  (void)type;
  Ids *ids = state;
  return id < ids->room ? ids->names[id] : NULL;
}

static void ids_close(void *state) {
  Ids *ids = state;
  free(ids->slots);
  free(ids->names);
  free(ids);
}

static void ids_register(void *state, int type, void *object) {
  (void)state, (void)type, (void)object;
}

Agiddisc_t cgv_sequential_ids = {ids_open,  ids_map,   ids_alloc,   ids_free,
                                 ids_print, ids_close, ids_register};
