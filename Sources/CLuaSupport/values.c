/* Values between Lua's stack and flat arrays (see obl_value for the layout). */
#define _GNU_SOURCE
#include "internal.h"

#include <stdlib.h>
#include <string.h>

void obl_free_flat(obl_flat *flat) {
  free(flat->values);
  free(flat->segments);
  free(flat->spare);
}

/* Makes room for one more item. The buffers belong to the state, so that an
 * error or a stop on the way loses nothing. */
static void *grow(lua_State *L, void *items, size_t *capacity, size_t needed, size_t item_bytes) {
  if (needed <= *capacity) {
    return items;
  }
  size_t more = needed > *capacity * 2 ? needed : *capacity * 2;
  more = more < 64 ? 64 : more;
  void *grown = realloc(items, more * item_bytes);
  if (grown == NULL) {
    luaL_error(L, "not enough memory");
  }
  *capacity = more;
  return grown;
}

/* ---- From Lua ----------------------------------------------------------- */

void obl_flatten_begin(obl_state *state) {
  state->flat.count = 0;
  state->flat.crossing = 0;
  state->flat.bytes = 0;
  state->flat.segment_count = 0;
}

static size_t append(lua_State *L, obl_flat *flat, obl_value value) {
  flat->values = grow(L, flat->values, &flat->capacity, flat->count + 1, sizeof *flat->values);
  flat->values[flat->count] = value;
  return flat->count++;
}

/* The host copies each string, also one that stands in a table many times. */
static obl_value string_value(lua_State *L, obl_state *state, int index) {
  size_t length;
  const char *bytes = lua_tolstring(L, index, &length);
  state->flat.bytes += length;
  if (state->flat.bytes > OBL_MAX_BYTES) {
    luaL_error(L, "strings of more than 16 MB in one call");
  }
  obl_charge(L, state, (int64_t)(length / 16));
  return (obl_value){.kind = OBL_STRING, .length = (uint32_t)length, .bytes = bytes};
}

static int compare_keys(const obl_value *a, const obl_value *b) {
  size_t common = a->length < b->length ? a->length : b->length;
  int order = memcmp(a->bytes, b->bytes, common);
  if (order != 0) {
    return order;
  }
  return (a->length > b->length) - (a->length < b->length);
}

static int compare_segments(const void *a, const void *b, void *values) {
  const obl_value *all = values;
  return compare_keys(&all[((const obl_segment *)a)->start], &all[((const obl_segment *)b)->start]);
}

/* Puts a table's fields, which lie behind each other in the order of Lua's hash,
 * into the order of their keys' bytes. */
static void sort_fields(lua_State *L, obl_flat *flat, size_t first_segment) {
  size_t count = flat->segment_count - first_segment;
  obl_segment *segments = flat->segments + first_segment;
  if (count < 2) {
    return;
  }
  size_t start = segments[0].start;
  size_t total = flat->count - start;
  qsort_r(segments, count, sizeof *segments, compare_segments, flat->values);
  flat->spare = grow(L, flat->spare, &flat->spare_capacity, total, sizeof *flat->spare);
  size_t at = 0;
  for (size_t i = 0; i < count; i++) {
    memcpy(flat->spare + at, flat->values + segments[i].start, segments[i].count * sizeof *flat->spare);
    at += segments[i].count;
  }
  memcpy(flat->values + start, flat->spare, total * sizeof *flat->spare);
}

static void flatten_value(lua_State *L, obl_state *state, int index, bool keep_functions, int depth);

static void flatten_table(lua_State *L, obl_state *state, int index, bool keep_functions, int depth) {
  if (depth > OBL_MAX_DEPTH) {
    luaL_error(L, "table is nested deeper than %d levels", OBL_MAX_DEPTH);
  }
  luaL_checkstack(L, 8, "table is too large");
  obl_flat *flat = &state->flat;
  size_t header = append(L, flat, (obl_value){.kind = OBL_TABLE});

  lua_Integer array = 0;
  while (lua_rawgeti(L, index, array + 1) != LUA_TNIL) {
    flatten_value(L, state, lua_gettop(L), keep_functions, depth);
    lua_pop(L, 1);
    array += 1;
  }
  lua_pop(L, 1);

  size_t first_segment = flat->segment_count;
  bool other_keys = false;
  lua_pushnil(L);
  while (lua_next(L, index)) {
    int key = lua_gettop(L) - 1;
    if (lua_type(L, key) == LUA_TSTRING) {
      size_t start = append(L, flat, string_value(L, state, key));
      flatten_value(L, state, key + 1, keep_functions, depth);
      flat->segments =
          grow(L, flat->segments, &flat->segment_capacity, flat->segment_count + 1, sizeof *flat->segments);
      flat->segments[flat->segment_count] = (obl_segment){start, flat->count - start};
      flat->segment_count += 1;
    } else if (!lua_isinteger(L, key)) {
      other_keys = true;
    } else {
      lua_Integer number = lua_tointegerx(L, key, NULL);
      other_keys = other_keys || number < 1 || number > array;
    }
    lua_pop(L, 1);
  }
  size_t fields = flat->segment_count - first_segment;
  sort_fields(L, flat, first_segment);
  flat->segment_count = first_segment;
  flat->values[header].length = (uint32_t)array;
  flat->values[header].integer = (int64_t)fields;
  flat->values[header].flag = other_keys;
}

static void flatten_value(lua_State *L, obl_state *state, int index, bool keep_functions, int depth) {
  obl_flat *flat = &state->flat;
  flat->crossing += 1;
  if (flat->crossing > OBL_MAX_VALUES) {
    luaL_error(L, "table holds more than 65,536 values");
  }
  obl_charge(L, state, 2);
  obl_value value = {.kind = OBL_NIL};
  switch (lua_type(L, index)) {
  case LUA_TBOOLEAN:
    value.kind = OBL_BOOLEAN;
    value.integer = lua_toboolean(L, index);
    break;
  case LUA_TNUMBER:
    if (lua_isinteger(L, index)) {
      value.kind = OBL_INTEGER;
      value.integer = lua_tointegerx(L, index, NULL);
    } else {
      value.kind = OBL_NUMBER;
      value.number = lua_tonumberx(L, index, NULL);
    }
    break;
  case LUA_TSTRING:
    value = string_value(L, state, index);
    break;
  case LUA_TFUNCTION:
    value.kind = OBL_FUNCTION;
    value.integer = keep_functions ? obl_keep_function(L, index) : 0;
    break;
  case LUA_TUSERDATA: {
    int32_t type = 0;
    int64_t object = 0;
    if (obl_get_object(L, index, &type, &object)) {
      value.kind = OBL_OBJECT;
      value.type = (uint16_t)type;
      value.integer = object;
    }
    break;
  }
  case LUA_TTABLE:
    flatten_table(L, state, index, keep_functions, depth + 1);
    return;
  default:
    break;
  }
  append(L, flat, value);
}

/* Appends the value at an absolute index. Functions are kept, or cross as 0. */
void obl_flatten(lua_State *L, obl_state *state, int index, bool keep_functions) {
  flatten_value(L, state, index, keep_functions, 0);
}

/* ---- To Lua ------------------------------------------------------------- */

static void push_value(lua_State *L, obl_state *state, const obl_value *values, size_t count, size_t *at,
                       int depth) {
  if (*at >= count) {
    luaL_error(L, "the host gave an incomplete value");
  }
  const obl_value *value = &values[*at];
  *at += 1;
  switch (value->kind) {
  case OBL_BOOLEAN:
    lua_pushboolean(L, value->integer != 0);
    return;
  case OBL_INTEGER:
    lua_pushinteger(L, value->integer);
    return;
  case OBL_NUMBER:
    lua_pushnumber(L, value->number);
    return;
  case OBL_STRING:
    lua_pushlstring(L, value->bytes, value->length);
    return;
  case OBL_OBJECT:
    obl_push_object(L, state, value->type, value->integer);
    return;
  case OBL_FUNCTION:
    obl_push_function(L, value->integer);
    return;
  case OBL_TABLE:
    break;
  default:
    lua_pushnil(L);
    return;
  }

  if (depth >= OBL_MAX_DEPTH) {
    luaL_error(L, "table is nested deeper than %d levels", OBL_MAX_DEPTH);
  }
  luaL_checkstack(L, 4, "table is too large");
  size_t left = count - *at;
  size_t fields = (size_t)value->integer;
  size_t array = value->length;
  if (array > left || fields > left) {
    luaL_error(L, "the host gave an incomplete value");
  }
  obl_charge(L, state, (int64_t)(array + fields));
  lua_createtable(L, (int)array, (int)fields);
  for (size_t i = 1; i <= array; i++) {
    push_value(L, state, values, count, at, depth + 1);
    lua_rawseti(L, -2, (lua_Integer)i);
  }
  for (size_t i = 0; i < fields; i++) {
    push_value(L, state, values, count, at, depth + 1);
    push_value(L, state, values, count, at, depth + 1);
    lua_rawset(L, -3);
  }
}

/* Pushes the flat value at `*at` and moves behind it. */
void obl_push_flat(lua_State *L, obl_state *state, const obl_value *values, size_t count, size_t *at) {
  push_value(L, state, values, count, at, 0);
}

/* ---- Kept functions ----------------------------------------------------- */

void obl_push_function(lua_State *L, int64_t id) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_FUNCTIONS);
  if (id <= 0 || lua_rawgeti(L, -1, id) != LUA_TFUNCTION) {
    luaL_error(L, "no such function: it was never kept, or came after the snapshot");
  }
  lua_remove(L, -2);
}

/* Leaves `false` in the function's place, so that ids keep counting up. */
void obl_forget_function(lua_State *L, int64_t id) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_FUNCTIONS);
  if (id > 0 && lua_rawgeti(L, -1, id) == LUA_TFUNCTION) {
    lua_pushnil(L);
    lua_rawset(L, -3);
    lua_pushboolean(L, 0);
    lua_rawseti(L, -2, id);
  }
  lua_settop(L, 0);
}

/* The id of the function at an absolute index: the same each time. */
int64_t obl_keep_function(lua_State *L, int index) {
  luaL_checkstack(L, 4, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_FUNCTIONS);
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) == LUA_TNUMBER) {
    int64_t known = lua_tointegerx(L, -1, NULL);
    lua_pop(L, 2);
    return known;
  }
  lua_pop(L, 1);
  int64_t id = (int64_t)lua_rawlen(L, -1) + 1;
  lua_pushvalue(L, index);
  lua_rawseti(L, -2, id);
  lua_pushvalue(L, index);
  lua_pushinteger(L, id);
  lua_rawset(L, -3);
  lua_pop(L, 1);
  return id;
}
