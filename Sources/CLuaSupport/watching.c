/* Which lines run: for coverage, and to say where a check left off.
 *
 * The line hook only reads, and keeps what it notes outside the heap, so that
 * watched code does what unwatched code does, for the same fuel. */
#include "internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *shown_name(const char *source) {
  return *source == '@' || *source == '=' ? source + 1 : source;
}

static bool is_named(const obl_watched_chunk *chunk, const char *name) {
  return strncmp(chunk->chunk, name, sizeof chunk->chunk - 1) == 0;
}

static obl_watched_chunk *find(const obl_watch *watch, const char *name) {
  if (watch->latest < watch->count && is_named(watch->chunks[watch->latest], name)) {
    return watch->chunks[watch->latest];
  }
  for (size_t i = 0; i < watch->count; i++) {
    if (is_named(watch->chunks[i], name)) {
      return watch->chunks[i];
    }
  }
  return NULL;
}

/* NULL without memory: the line is not noted then. */
static obl_watched_chunk *add(obl_watch *watch, const char *name) {
  obl_watched_chunk **chunks = realloc(watch->chunks, (watch->count + 1) * sizeof *chunks);
  if (chunks == NULL) {
    return NULL;
  }
  watch->chunks = chunks;
  obl_watched_chunk *chunk = calloc(1, sizeof *chunk);
  if (chunk == NULL) {
    return NULL;
  }
  snprintf(chunk->chunk, sizeof chunk->chunk, "%s", name);
  chunks[watch->count] = chunk;
  watch->count += 1;
  return chunk;
}

void obl_note_line(lua_State *L, obl_state *state, lua_Debug *record) {
  obl_watch *watch = &state->watch;
  lua_getinfo(L, "S", record);
  int line = record->currentline;
  if (!watch->on || line <= 0 || line >= OBL_WATCHED_LINES) {
    return;
  }
  const char *name = shown_name(record->source);
  obl_watched_chunk *chunk = find(watch, name);
  if (chunk == NULL) {
    chunk = add(watch, name);
  }
  if (chunk == NULL) {
    return;
  }
  if (watch->chunks[watch->latest] != chunk) {
    for (size_t i = 0; i < watch->count; i++) {
      watch->latest = watch->chunks[i] == chunk ? i : watch->latest;
    }
  }
  chunk->last_line = line;
  chunk->has_run[line / 8] |= (uint8_t)(1 << (line % 8));
}

void obl_free_watch(obl_watch *watch) {
  for (size_t i = 0; i < watch->count; i++) {
    free(watch->chunks[i]);
  }
  free(watch->chunks);
}

void obl_watch_lines(obl_state *state, bool on) {
  state->watch.on = on;
}

int32_t obl_last_line(const obl_state *state, const char *chunk) {
  const obl_watched_chunk *found = find(&state->watch, chunk);
  return found != NULL ? found->last_line : 0;
}

void obl_forget_last_lines(obl_state *state) {
  for (size_t i = 0; i < state->watch.count; i++) {
    state->watch.chunks[i]->last_line = 0;
  }
}

bool obl_has_run(const obl_state *state, const char *chunk, int32_t line) {
  const obl_watched_chunk *found = find(&state->watch, chunk);
  return found != NULL && line > 0 && line < OBL_WATCHED_LINES && (found->has_run[line / 8] >> (line % 8) & 1) != 0;
}

bool obl_place(obl_state *state, char *chunk, size_t capacity, int32_t *line) {
  lua_Debug record;
  if (!state->running) {
    return false;
  }
  for (int level = 0; lua_getstack(state->L, level, &record); level++) {
    lua_getinfo(state->L, "Sl", &record);
    if (record.currentline > 0) {
      snprintf(chunk, capacity, "%s", shown_name(record.source));
      *line = record.currentline;
      return true;
    }
  }
  return false;
}

typedef struct {
  int32_t function;
  int32_t *lines;
  size_t capacity;
  size_t count;
} lines_operation;

static int compare_lines(const void *a, const void *b) {
  int32_t left = *(const int32_t *)a;
  int32_t right = *(const int32_t *)b;
  return (left > right) - (left < right);
}

static int active_lines(lua_State *L) {
  lines_operation *operation = lua_touserdata(L, 1);
  lua_Debug record;
  obl_push_function(L, operation->function);
  lua_getinfo(L, ">L", &record);
  if (!lua_istable(L, -1)) {
    return 0;
  }
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    lua_pop(L, 1);
    if (operation->count < operation->capacity) {
      operation->lines[operation->count] = (int32_t)lua_tointegerx(L, -1, NULL);
      operation->count += 1;
    }
  }
  qsort(operation->lines, operation->count, sizeof *operation->lines, compare_lines);
  return 0;
}

obl_status obl_active_lines(obl_state *state, int32_t function, int32_t *lines, size_t capacity, size_t *count) {
  lines_operation operation = {.function = function, .lines = lines, .capacity = capacity};
  obl_status status = obl_protect(state, active_lines, &operation);
  *count = operation.count;
  return status;
}
