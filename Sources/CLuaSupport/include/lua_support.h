/* The C side of embedding Lua 5.4: everything that touches Lua's API.
 *
 * Lua reports errors with longjmp, which must not cross a Swift frame. So
 * Swift never calls Lua: it calls the functions below, each of which runs its
 * work in a protected call of its own. When Lua needs the host, a C function
 * gathers plain values, calls `obl_host_call`, waits until Swift has returned,
 * and only then pushes the result or raises the error.
 *
 * A chunk that uses up its budget is stopped with _longjmp from the count
 * hook, the allocator or the pattern matcher straight to the entry point.
 * Lua code cannot catch that. The state is unusable from then on, until
 * `obl_restore` copies the last snapshot of the heap back.
 *
 * A state belongs to one thread at a time, whose stack should have 16 MB:
 * Lua's parser and its search for variable names recurse.
 */
#pragma once

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* ---- Values ------------------------------------------------------------- */

/* What an obl_value holds. Plain enumerators, so that they fit in a byte. */
enum {
  OBL_NIL = 0,
  OBL_BOOLEAN,  /* integer: 0 or 1 */
  OBL_INTEGER,  /* integer */
  OBL_NUMBER,   /* number */
  OBL_STRING,   /* bytes, length */
  OBL_OBJECT,   /* type, integer: the index */
  OBL_FUNCTION, /* integer: the id, 0 for a function that is not kept */
  OBL_TABLE,    /* length: array values; integer: fields; flag: other keys */
};

/* A value that crosses, 16 bytes of plain data.
 *
 * A table is followed by its array values, then by its fields as key and value
 * in turn, each of them flat in the same way. */
typedef struct {
  uint8_t kind;
  uint8_t flag;
  uint16_t type;
  uint32_t length;
  union {
    int64_t integer;
    double number;
    const char *bytes;
  };
} obl_value;

enum {
  OBL_MAX_DEPTH = 16,         /* tables inside tables */
  OBL_MAX_VALUES = 65536,     /* values that cross at once, keys not counted */
  OBL_MAX_ARGUMENTS = 64,     /* of one host call */
  OBL_MAX_BYTES = 16 << 20,   /* of all strings that cross at once, to the host */
};

/* ---- The host ----------------------------------------------------------- */

enum {
  OBL_ASK_FIELD = 0, /* number: the field; of the object type, index */
  OBL_ASK_METHOD,    /* number: the method; of the object type, index */
  OBL_ASK_FUNCTION,  /* number: the function */
  OBL_ASK_DESCRIBE,  /* tostring of the object type, index */
};

/* What Lua asks. The arguments lie flat in `values`, one after the other. */
typedef struct {
  int32_t kind;
  int32_t number;
  int32_t type;
  int32_t argument_count;
  int64_t index;
  const obl_value *values;
  size_t value_count;
} obl_request;

/* What the host answers: one flat value, or the bytes of a message. The memory
 * must stay as it is until the host is called again. */
typedef struct {
  const obl_value *values;
  size_t value_count;
  const char *message;
  size_t message_length;
  int64_t cost; /* units of fuel for the host's work, charged whatever the answer */
  /* Of a function that was given one string: whether it answers the same in this environment from now on. */
  int32_t lasting;
} obl_reply;

/* Gives 0 for a value, anything else for an error. Must not call this library. */
typedef int32_t (*obl_host_call)(void *context, const obl_request *request, obl_reply *reply);

/* ---- States ------------------------------------------------------------- */

typedef struct obl_state obl_state;

typedef enum {
  OBL_OK = 0,
  OBL_SYNTAX,
  OBL_RUNTIME,
  OBL_MEMORY,        /* an allocation failed and Lua did not catch it */
  OBL_OUT_OF_FUEL,   /* the next three: stopped, and to be restored */
  OBL_OUT_OF_TIME,
  OBL_OUT_OF_MEMORY, /* too many failed allocations */
  OBL_UNUSABLE,      /* stopped earlier and not restored, or never created */
  OBL_BUSY,          /* called from within a host call */
} obl_status;

typedef struct {
  size_t heap_bytes;        /* of the whole heap, reserved at once */
  size_t block_bytes;       /* of the largest single block */
  int64_t fuel;             /* units of one budget */
  int64_t nanoseconds;      /* of one budget */
  int64_t load_nanoseconds; /* to compile one chunk */
  obl_host_call host;
  void *context;
} obl_config;

/* A state with the rule profile's libraries, or NULL without memory for it. */
obl_state *obl_new(const obl_config *config);
void obl_free(obl_state *state);

/* Types of host objects and host functions are numbered from 0 in the order of
 * these calls, fields and methods likewise for each type. They come before the
 * first environment. */
obl_status obl_add_type(obl_state *state, const char *name);
obl_status obl_add_field(obl_state *state, int32_t type, const char *name);
obl_status obl_add_method(obl_state *state, int32_t type, const char *name);
obl_status obl_add_function(obl_state *state, const char *name);

/* A new set of globals, known by its id. */
obl_status obl_add_environment(obl_state *state, int32_t *id);
/* Makes `require(name)` in the environment run the function once. */
obl_status obl_add_module(obl_state *state, int32_t environment, const char *name, size_t name_length,
                          int32_t function);

/* Compiles text (never bytecode) within a time budget of its own. */
obl_status obl_load(obl_state *state, int32_t environment, const char *source, size_t length,
                    const char *name, int32_t *function);

/* Lets go of a kept function, so that its memory can be used again. Its id is not given to another. */
void obl_forget(obl_state *state, int32_t function);

/* Calls a kept function with `argument_count` flat arguments. The first result
 * lies flat behind `result` until the next call into the state; functions in it
 * are kept, and have the same id each time. */
obl_status obl_call(obl_state *state, int32_t function, const obl_value *arguments, size_t value_count,
                    int32_t argument_count, const obl_value **result, size_t *result_count);

/* ---- Budgets ------------------------------------------------------------ */

/* Starts a budget of fuel and time that the calls from now on share. */
void obl_start_budget(obl_state *state);
/* Units of fuel used since the budget was started. */
int64_t obl_fuel_used(const obl_state *state);

/* ---- Tests --------------------------------------------------------------- */

/* Refuses `count` allocations after the next `after` of them, as if the heap
 * were full. Off (0, 0) unless a test asks for it. */
void obl_fail_allocations(obl_state *state, int64_t after, int64_t count);
/* Allocations asked for since then. */
int64_t obl_allocations(const obl_state *state);

/* ---- Snapshots ---------------------------------------------------------- */

/* Keeps a copy of the heap. Gives false in a stopped state or without memory. */
bool obl_snapshot(obl_state *state);
/* Copies the heap back. Gives false where there is no snapshot. */
bool obl_restore(obl_state *state);

/* ---- Watching: for tools that show authors what their rules do ----------- */

/* Notes from now on which lines run, from the next budget on. Costs no fuel. */
void obl_watch_lines(obl_state *state, bool on);
/* The line of a chunk that ran last since obl_forget_last_lines; 0 for none. */
int32_t obl_last_line(const obl_state *state, const char *chunk);
void obl_forget_last_lines(obl_state *state);
/* Whether a line of a chunk has run since watching began. */
bool obl_has_run(const obl_state *state, const char *chunk, int32_t line);
/* The lines of a kept function that hold code, ascending, without those of the
 * functions inside it; at most `capacity` are given. */
obl_status obl_active_lines(obl_state *state, int32_t function, int32_t *lines, size_t capacity, size_t *count);
/* Where the Lua code stands that called the host. For use within a host call,
 * the one thing that a host may ask then: allocates nothing, raises nothing. */
bool obl_place(obl_state *state, char *chunk, size_t capacity, int32_t *line);

/* ---- The last error ----------------------------------------------------- */

/* All of these describe the last call that did not give OBL_OK. The message is
 * without "chunk:line:"; a line of 0 means that the place is not known. */
const char *obl_error_message(const obl_state *state, size_t *length);
const char *obl_error_chunk(const obl_state *state);
int32_t obl_error_line(const obl_state *state);
/* Frames of Lua code, innermost first; frames of C and of the host left out. */
int32_t obl_error_frame_count(const obl_state *state);
const char *obl_error_frame_chunk(const obl_state *state, int32_t frame);
int32_t obl_error_frame_line(const obl_state *state, int32_t frame);
const char *obl_error_frame_function(const obl_state *state, int32_t frame);
