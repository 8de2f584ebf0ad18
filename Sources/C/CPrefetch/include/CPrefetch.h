#ifndef LIANTU_C_PREFETCH_H
#define LIANTU_C_PREFETCH_H

#include <stddef.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

// What Swift cannot say to the processor and to the system: hints that never change an answer.
// Addresses that lie outside of any memory are harmless in all of them.

/// Begins to load the line of memory at `address`, to be read soon.
static inline void prefetch_for_reading(const void *_Nullable address) {
  __builtin_prefetch(address, 0, 3);
}

/// Begins to load the line of memory at `address`, to be read and written soon.
static inline void prefetch_for_writing(const void *_Nullable address) {
  __builtin_prefetch(address, 1, 3);
}

/// Asks that the pages of a large block be large ones, so that random access misses fewer of them.
static inline void prefer_huge_pages(void *_Nonnull start, size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  (void)madvise(start, bytes, MADV_HUGEPAGE);
#else
  (void)start;
  (void)bytes;
#endif
}

/// Takes what lies in a slot and leaves it empty, among threads; NULL when it was empty.
static inline void *_Nullable take_from_slot(void *_Nullable *_Nonnull slot) {
  return __atomic_exchange_n(slot, NULL, __ATOMIC_ACQ_REL);
}

/// Puts `value` into a slot, among threads; 0 when the slot is taken, and nothing was done.
static inline int put_into_slot(void *_Nullable *_Nonnull slot, void *_Nonnull value) {
  void *expected = NULL;
  return __atomic_compare_exchange_n(slot, &expected, value, 0, __ATOMIC_ACQ_REL,
                                     __ATOMIC_RELAXED);
}

#endif
