#define _GNU_SOURCE
#include "internal.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// Graphviz reports a message in fragments; they are joined here as they come.

enum { capacity = 4096 };

static char pending[capacity];
static size_t length;

static char overheard[capacity];
static size_t overheard_length;

static char taken[2 * capacity + 1];

static int collect(char *fragment) {
  size_t room = capacity - 1 - length, wanted = strlen(fragment);
  size_t count = wanted < room ? wanted : room;
  memcpy(pending + length, fragment, count);
  length += count;
  pending[length] = 0;
  return 0;
}

void cgv_capture_errors(void) { agseterrf(collect); }

bool cgv_has_error(void) { return strstr(pending, "Error:") != NULL; }

const char *cgv_take_errors(void) {
  memcpy(taken, pending, length);
  size_t end = length;
  if (overheard_length > 0 && end > 0 && taken[end - 1] != '\n') taken[end++] = '\n';
  memcpy(taken + end, overheard, overheard_length);
  end += overheard_length;
  while (end > 0 && (taken[end - 1] == '\n' || taken[end - 1] == ' ')) end--;
  taken[end] = 0;
  length = overheard_length = 0;
  pending[0] = 0;
  agreseterrors();
  return taken;
}

// Not all of it goes that way: parts of Graphviz, and the libraries below it (Pango, GLib, Fontconfig,
// cairo), write to standard error. There is no other way to hear that than to stand in its place for
// the time of the call, and whatever other threads write there goes the same way. So it is only done in
// a process whose words are all the command's.

static bool is_asked;

void cgv_keep_words(void) { is_asked = true; }

static int heard = -1;   // a file in memory
static int usual = -1;   // standard error as it was

static int file_in_memory(void) {
#ifdef __linux__
  int file = memfd_create("graphviz", MFD_CLOEXEC);
#else
  FILE *stream = tmpfile();
  int file = stream ? fcntl(fileno(stream), F_DUPFD_CLOEXEC, 3) : -1;
  if (stream) fclose(stream);
#endif
  // What cannot be kept is not heard, but does not come out either.
  return file >= 0 ? file : open("/dev/null", O_WRONLY | O_CLOEXEC);
}

void cgv_listen(void) {
  cgv_capture_errors();
  if (!is_asked) return;
  if (heard < 0) heard = file_in_memory();
  if (heard < 0) return;
  fflush(stderr);
  usual = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  // Without a standard error there is nobody to write to.
  if (usual >= 0) dup2(heard, STDERR_FILENO);
}

void cgv_listen_no_more(void) {
  if (usual < 0) return;
  fflush(stderr);
  dup2(usual, STDERR_FILENO);
  close(usual);
  usual = -1;
  size_t room = capacity - overheard_length;
  ssize_t count = pread(heard, overheard + overheard_length, room, 0);
  if (count <= 0) return;
  overheard_length += (size_t)count;
  // The descriptors share one place in the file.
  if (ftruncate(heard, 0) == 0) lseek(heard, 0, SEEK_SET);
}
