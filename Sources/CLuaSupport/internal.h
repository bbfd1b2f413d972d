/* What the files of this target share: the state's layout and the calls
 * between its parts. Nothing here is seen by Swift. */
#pragma once

#include "lua_support.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <setjmp.h>
#include <time.h>

/* ---- Arena -------------------------------------------------------------- */

enum { OBL_SIZE_CLASSES = 256 };

typedef struct obl_free_block {
  struct obl_free_block *next;
} obl_free_block;

/* The allocator's whole memory apart from the heap itself; snapshots copy it. */
typedef struct {
  char *top; /* first byte never handed out */
  obl_free_block *free_lists[OBL_SIZE_CLASSES];
} obl_arena;

/* ---- Errors ------------------------------------------------------------- */

enum {
  OBL_MAX_FRAMES = 24,
  OBL_MESSAGE_BYTES = 2048,
  OBL_CHUNK_BYTES = 512,
  OBL_NAME_BYTES = 128,
};

typedef struct {
  char chunk[OBL_CHUNK_BYTES];
  int32_t line;
  char function[OBL_CHUNK_BYTES + OBL_NAME_BYTES];
} obl_frame;

typedef struct {
  char message[OBL_MESSAGE_BYTES];
  size_t message_length;
  char chunk[OBL_CHUNK_BYTES];
  int32_t line;
  bool is_stack_overflow; /* what the last refused allocation was for */
  int32_t frame_count;
  obl_frame frames[OBL_MAX_FRAMES];
} obl_error;

/* ---- Budgets ------------------------------------------------------------ */

typedef struct {
  int64_t fuel;            /* units left; at or below 0 the chunk is stopped */
  int64_t fuel_at_start;
  int64_t checkpoint;      /* the clock is read when fuel falls to this */
  int64_t deadline;        /* CLOCK_MONOTONIC nanoseconds */
  int64_t unchecked_bytes; /* allocated since the clock was last read */
  int failed_allocations;
} obl_budget;

/* ---- Flat values -------------------------------------------------------- */

/* A field's place among flat values, kept to sort fields by key. */
typedef struct {
  size_t start;
  size_t count;
} obl_segment;

typedef struct {
  obl_value *values;
  size_t count;
  size_t capacity;
  size_t crossing; /* values without keys, compared with OBL_MAX_VALUES */
  size_t bytes;    /* of their strings and keys, compared with OBL_MAX_BYTES */
  obl_segment *segments;
  size_t segment_count;
  size_t segment_capacity;
  obl_value *spare; /* room to sort in */
  size_t spare_capacity;
} obl_flat;

/* ---- Watching ----------------------------------------------------------- */

enum { OBL_WATCHED_LINES = 1 << 16 }; /* a chunk has at most 64 KB of source */

/* What has run of one chunk. */
typedef struct {
  char chunk[OBL_CHUNK_BYTES];
  int32_t last_line;
  uint8_t has_run[OBL_WATCHED_LINES / 8];
} obl_watched_chunk;

typedef struct {
  bool on;
  obl_watched_chunk **chunks;
  size_t count;
  size_t latest; /* where the last line was noted */
} obl_watch;

/* ---- State -------------------------------------------------------------- */

struct obl_state {
  lua_State *L;
  obl_config config;

  char *base; /* the mapping: base <= arena.top <= end */
  char *end;
  obl_arena arena;
  char *saved;
  size_t saved_bytes;
  obl_arena saved_arena;

  obl_budget budget;
  bool budget_started;
  int64_t allocations;   /* since obl_fail_allocations */
  int64_t first_failure; /* number of the first allocation to refuse, and the one to serve again: */
  int64_t last_failure;  /* both 0 outside tests */

  bool running;  /* between entry and return */
  bool unusable; /* stopped, and not restored */
  jmp_buf entry;

  obl_flat flat;
  obl_error error;
  obl_watch watch;

  int32_t type_count;
  int32_t function_count;
  int32_t environment_count; /* only counts up: ids are not reused after a restore */
};

static inline obl_state *obl_state_of(lua_State *L) {
  return *(obl_state **)lua_getextraspace(L);
}

/* Slots of Lua's registry. 1 and 2 are Lua's own. */
enum {
  OBL_REGISTRY_FUNCTIONS = 3, /* id -> function, function -> id */
  OBL_REGISTRY_TYPES,         /* type + 1 -> metatable */
  OBL_REGISTRY_OBJECTS,       /* type + 1 -> table of index -> userdata, weak */
  OBL_REGISTRY_ENVIRONMENTS,  /* id -> { globals, contents, modules } */
  OBL_REGISTRY_GLOBALS,       /* name -> value, copied for each environment */
};

/* arena.c */
bool obl_arena_create(obl_state *state);
void obl_arena_destroy(obl_state *state);
void *obl_allocate(void *state, void *block, size_t old_size, size_t new_size);

/* budget.c */
void obl_set_budget(obl_state *state, int64_t fuel, int64_t nanoseconds);
void obl_install_hook(obl_state *state);
void obl_checkpoint(lua_State *L, obl_state *state);
_Noreturn void obl_stop(lua_State *L, obl_state *state, obl_status why, bool with_names);
int64_t obl_now(void);
void obl_charge_host(lua_State *L, obl_state *state, int64_t units);

/* Charges fuel for work that the count hook does not see. May not return. */
static inline void obl_charge(lua_State *L, obl_state *state, int64_t units) {
  state->budget.fuel -= units;
  if (state->budget.fuel <= state->budget.checkpoint) {
    obl_checkpoint(L, state);
  }
}

/* watching.c */
void obl_note_line(lua_State *L, obl_state *state, lua_Debug *record);
void obl_free_watch(obl_watch *watch);

/* errors.c */
void obl_clear_error(obl_state *state);
void obl_set_message(obl_state *state, const char *message, size_t length);
void obl_record_frames(lua_State *L, obl_state *state, bool with_names);
int obl_message_handler(lua_State *L);
void obl_take_syntax_error(lua_State *L, obl_state *state, const char *name);

/* state.c */
obl_status obl_protect(obl_state *state, lua_CFunction body, void *operation);

/* values.c */
void obl_flatten_begin(obl_state *state);
void obl_flatten(lua_State *L, obl_state *state, int index, bool keep_functions);
void obl_push_flat(lua_State *L, obl_state *state, const obl_value *values, size_t count, size_t *at);
void obl_push_function(lua_State *L, int64_t id);
int64_t obl_keep_function(lua_State *L, int index);
void obl_forget_function(lua_State *L, int64_t id);
void obl_free_flat(obl_flat *flat);

/* objects.c */
void obl_push_object(lua_State *L, obl_state *state, int32_t type, int64_t index);
void obl_push_copy(lua_State *L, int index);
bool obl_get_object(lua_State *L, int index, int32_t *type, int64_t *object_index);

/* patterns.c, pattern_matcher.c */
void obl_open_patterns(lua_State *L);

/* The parts of the profile. Each opener sets functions in the table on top. */
void obl_open_strings(lua_State *L);
void obl_open_utf8(lua_State *L);
void obl_open_tables(lua_State *L);
void obl_open_iteration(lua_State *L);
void obl_open_profile(lua_State *L);
int obl_charged(lua_State *L);
void obl_wrap(lua_State *L, int stock_library, const char *name, lua_CFunction wrapper);

/* environment.c: replaces the table on top by a read-only view of it. */
void obl_make_read_only(lua_State *L, const char *name);

/* suggestions.c: pushes " (did you mean 'x'?)" or "", from a table's string keys. */
void obl_push_suggestion(lua_State *L, int names, const char *word, bool with_keywords);
/* Pushes a short, printable form of a key, without addresses. */
const char *obl_push_printable(lua_State *L, int index);
