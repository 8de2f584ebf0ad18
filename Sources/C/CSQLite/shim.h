#pragma once
#include <sqlite3.h>

// SQLITE_TRANSIENT is a cast, which no macro carries into Swift: the text is copied.
static inline int liantu_bind_text(
    sqlite3_stmt *statement, int column, const char *text, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, column, text, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}
