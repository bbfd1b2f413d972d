/* States and the ways into them: each entry point runs one protected call. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

/* Reached only by an error outside every protected call, which does not happen;
 * there is no frame to return to but the entry's. */
static int panic(lua_State *L) {
  obl_state *state = obl_state_of(L);
  if (state->running) {
    state->unusable = true;
    _longjmp(state->entry, OBL_UNUSABLE);
  }
  abort();
}

static obl_status give_up(obl_state *state, obl_status status, const char *message) {
  obl_clear_error(state);
  obl_set_message(state, message, strlen(message));
  return status;
}

/* Runs `body(operation)` protected. Its results stay on Lua's stack. */
obl_status obl_protect(obl_state *state, lua_CFunction body, void *operation) {
  if (state->running) {
    return OBL_BUSY; /* leaves the outer call's records alone */
  }
  if (state->unusable) {
    return give_up(state, OBL_UNUSABLE, "the state was stopped and not restored");
  }
  lua_State *L = state->L;
  obl_clear_error(state);
  int stopped = _setjmp(state->entry);
  if (stopped != 0) {
    state->running = false;
    return (obl_status)stopped;
  }
  state->running = true;
  lua_settop(L, 0);
  lua_pushcfunction(L, obl_message_handler);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, operation);
  int status = lua_pcall(L, 1, LUA_MULTRET, 1);
  state->running = false;
  if (status == LUA_OK) {
    return OBL_OK;
  }
  size_t length = 0;
  const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &length) : NULL;
  static const char no_memory[] = "not enough memory";
  static const char overflow[] = "stack overflow: functions call each other without end";
  bool is_memory = status == LUA_ERRMEM || (message != NULL && strcmp(message, no_memory) == 0);
  if (is_memory && state->error.is_stack_overflow) {
    obl_set_message(state, overflow, strlen(overflow));
    return OBL_RUNTIME;
  }
  if (is_memory) {
    obl_set_message(state, no_memory, strlen(no_memory));
    return OBL_MEMORY;
  }
  if (status == LUA_ERRERR || state->error.message_length == 0) {
    /* The handler did not get to run. */
    if (message != NULL) {
      obl_set_message(state, message, length);
    }
  }
  return OBL_RUNTIME;
}

/* ---- Creation ----------------------------------------------------------- */

static int open_state(lua_State *L) {
  for (int slot = OBL_REGISTRY_FUNCTIONS; slot <= OBL_REGISTRY_GLOBALS; slot++) {
    lua_createtable(L, 4, 0);
    lua_rawseti(L, LUA_REGISTRYINDEX, slot);
  }
  obl_open_profile(L);
  return 0;
}

obl_state *obl_new(const obl_config *config) {
  obl_state *state = calloc(1, sizeof *state);
  if (state == NULL) {
    return NULL;
  }
  state->config = *config;
  obl_set_budget(state, INT64_MAX, INT64_MAX);
  if (!obl_arena_create(state)) {
    free(state);
    return NULL;
  }
  state->L = lua_newstate(obl_allocate, state);
  if (state->L == NULL) {
    obl_free(state);
    return NULL;
  }
  *(obl_state **)lua_getextraspace(state->L) = state;
  lua_atpanic(state->L, panic);
  if (obl_protect(state, open_state, NULL) != OBL_OK) {
    obl_free(state);
    return NULL;
  }
  obl_install_hook(state);
  return state;
}

/* Nothing in the heap owns anything outside it, so lua_close is not needed (and
 * would not be safe in a stopped state). */
void obl_free(obl_state *state) {
  if (state == NULL) {
    return;
  }
  obl_arena_destroy(state);
  obl_free_flat(&state->flat);
  obl_free_watch(&state->watch);
  free(state);
}

/* ---- Compiling ---------------------------------------------------------- */

typedef struct {
  int32_t environment;
  const char *source;
  size_t length;
  const char *name;
  int status;
  int64_t function;
} load_operation;

static int load_chunk(lua_State *L) {
  load_operation *operation = lua_touserdata(L, 1);
  operation->status = luaL_loadbufferx(L, operation->source, operation->length, operation->name, "t");
  if (operation->status == LUA_ERRSYNTAX) {
    obl_take_syntax_error(L, obl_state_of(L), operation->name);
    return 0;
  }
  if (operation->status == LUA_ERRRUN) { /* the parser's own recursion: no frame of Lua code that has a line */
    obl_take_syntax_error(L, obl_state_of(L), operation->name);
    operation->status = LUA_ERRSYNTAX;
    return 0;
  }
  if (operation->status != LUA_OK) {
    return lua_error(L);
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_ENVIRONMENTS);
  if (lua_rawgeti(L, -1, operation->environment) != LUA_TTABLE) {
    return luaL_error(L, "no such environment");
  }
  lua_rawgeti(L, -1, 1);
  lua_setupvalue(L, 2, 1); /* _ENV, the one upvalue of a chunk */
  operation->function = obl_keep_function(L, 2);
  return 0;
}

obl_status obl_load(obl_state *state, int32_t environment, const char *source, size_t length,
                    const char *name, int32_t *function) {
  if (state->running) {
    return OBL_BUSY;
  }
  load_operation operation = {
      .environment = environment, .source = source, .length = length, .name = name, .status = LUA_OK};
  obl_budget budget = state->budget;
  obl_set_budget(state, INT64_MAX, state->config.load_nanoseconds);
  obl_status status = obl_protect(state, load_chunk, &operation);
  state->budget = budget;
  if (status == OBL_OK && operation.status == LUA_ERRSYNTAX) {
    status = OBL_SYNTAX;
  }
  *function = (int32_t)operation.function;
  return status;
}

static int forget(lua_State *L) {
  obl_forget_function(L, *(const int32_t *)lua_touserdata(L, 1));
  return 0;
}

void obl_forget(obl_state *state, int32_t function) {
  if (!state->running) {
    obl_protect(state, forget, &function);
  }
}

/* ---- Calling ------------------------------------------------------------ */

typedef struct {
  int32_t function;
  const obl_value *arguments;
  size_t value_count;
  int32_t argument_count;
} call_operation;

static int call_function(lua_State *L) {
  call_operation *operation = lua_touserdata(L, 1);
  obl_state *state = obl_state_of(L);
  luaL_checkstack(L, operation->argument_count + 4, "too many arguments");
  obl_push_function(L, operation->function);
  size_t at = 0;
  for (int32_t i = 0; i < operation->argument_count; i++) {
    obl_push_flat(L, state, operation->arguments, operation->value_count, &at);
  }
  lua_call(L, operation->argument_count, 1);
  obl_flatten_begin(state);
  obl_flatten(L, state, lua_gettop(L), true);
  return 1; /* keeps the strings alive until the next call */
}

obl_status obl_call(obl_state *state, int32_t function, const obl_value *arguments, size_t value_count,
                    int32_t argument_count, const obl_value **result, size_t *result_count) {
  call_operation operation = {function, arguments, value_count, argument_count};
  if (!state->running && !state->budget_started) {
    obl_set_budget(state, state->config.fuel, state->config.nanoseconds);
  }
  obl_status status = obl_protect(state, call_function, &operation);
  if (status == OBL_OK) {
    *result = state->flat.values;
    *result_count = state->flat.count;
  }
  return status;
}
