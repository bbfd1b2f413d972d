#include <sqlite3.h>

/* Macros and variadic functions that Swift cannot see. */

/// Binds text that SQLite copies.
static inline int obstat_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

/// Forbids what a prepared database file could use against its reader: schema edits, functions and views of its own.
static inline int obstat_distrust(sqlite3 *database) {
  int first = sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  int second = sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  return first != SQLITE_OK ? first : second;
}
