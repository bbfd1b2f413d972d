/* pairs, next and ipairs in an order that is the same in every run.
 *
 * Stock Lua visits keys in the order of a hash that is seeded anew for each
 * state. Here positive integers come first, in ascending order, so that lists
 * are visited as lists; then other numbers, ascending; strings by their bytes;
 * false and true; and other keys by their place in the heap, which equal runs
 * fill equally. */
#include "internal.h"

#include <stdlib.h>
#include <string.h>

enum { RANK_POSITION, RANK_NUMBER, RANK_STRING, RANK_BOOLEAN, RANK_OTHER };

typedef struct {
  int rank;
  bool is_integer;
  uint32_t slot; /* in the list of keys */
  size_t length;
  union {
    lua_Integer integer;
    lua_Number number;
    const char *bytes;
    const void *place;
  };
} sort_key;

static sort_key make_key(lua_State *L, int index) {
  sort_key key = {.rank = RANK_OTHER};
  switch (lua_type(L, index)) {
  case LUA_TNUMBER:
    key.rank = RANK_NUMBER;
    key.is_integer = lua_isinteger(L, index);
    if (key.is_integer) {
      key.integer = lua_tointegerx(L, index, NULL);
      key.rank = key.integer > 0 ? RANK_POSITION : RANK_NUMBER;
    } else {
      key.number = lua_tonumberx(L, index, NULL);
    }
    break;
  case LUA_TSTRING:
    key.rank = RANK_STRING;
    key.bytes = lua_tolstring(L, index, &key.length);
    break;
  case LUA_TBOOLEAN:
    key.rank = RANK_BOOLEAN;
    key.integer = lua_toboolean(L, index);
    break;
  default:
    key.place = lua_topointer(L, index);
    break;
  }
  return key;
}

static int sign(bool greater, bool less) {
  return (int)greater - (int)less;
}

static int compare_numbers(const sort_key *a, const sort_key *b) {
  if (a->is_integer && b->is_integer) {
    return sign(a->integer > b->integer, a->integer < b->integer);
  }
  double left = a->is_integer ? (double)a->integer : a->number;
  double right = b->is_integer ? (double)b->integer : b->number;
  if (left != right) {
    return sign(left > right, left < right);
  }
  return sign(b->is_integer, a->is_integer); /* beyond 2^53: integers first */
}

static int compare(const void *left, const void *right) {
  const sort_key *a = left;
  const sort_key *b = right;
  if (a->rank != b->rank) {
    return a->rank - b->rank;
  }
  switch (a->rank) {
  case RANK_POSITION:
  case RANK_BOOLEAN:
    return sign(a->integer > b->integer, a->integer < b->integer);
  case RANK_NUMBER:
    return compare_numbers(a, b);
  case RANK_STRING: {
    int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
    return order != 0 ? order : sign(a->length > b->length, a->length < b->length);
  }
  default:
    return sign((uintptr_t)a->place > (uintptr_t)b->place, (uintptr_t)a->place < (uintptr_t)b->place);
  }
}

/* Checks that argument 1 is a table; puts what a read-only view shows in its place. */
static void take_table(lua_State *L) {
  int32_t type;
  int64_t index;
  if (obl_get_object(L, 1, &type, &index)) {
    luaL_getmetafield(L, 1, "__name");
    luaL_error(L, "cannot iterate over a %s", lua_tolstring(L, -1, NULL));
  }
  luaL_checktype(L, 1, LUA_TTABLE);
  if (luaL_getmetafield(L, 1, "__index") == LUA_TTABLE) {
    lua_replace(L, 1);
  }
}

/* ---- pairs -------------------------------------------------------------- */

typedef struct {
  lua_Integer at;   /* the last position visited */
  lua_Integer last; /* positions 1 to last have values; then come the keys */
  uint32_t key;
  uint32_t key_count;
  uint32_t order[]; /* slots in the list of keys */
} traversal;

/* Upvalues: the list of keys, the traversal. Argument 1 is the table. */
static int next_pair(lua_State *L) {
  traversal *state = lua_touserdata(L, lua_upvalueindex(2));
  luaL_checktype(L, 1, LUA_TTABLE); /* Lua code can call this with anything */
  lua_settop(L, 1);
  while (state->at < state->last) {
    state->at += 1;
    lua_pushinteger(L, state->at);
    if (lua_rawgeti(L, 1, state->at) != LUA_TNIL) {
      return 2;
    }
    lua_settop(L, 1); /* removed meanwhile */
  }
  while (state->key < state->key_count) {
    lua_rawgeti(L, lua_upvalueindex(1), state->order[state->key]);
    state->key += 1;
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) {
      return 2;
    }
    lua_settop(L, 1);
  }
  lua_pushnil(L);
  return 1;
}

/* Collects the keys behind the list part into a table, left on top. */
static uint32_t collect_keys(lua_State *L, lua_Integer last) {
  uint32_t count = 0;
  lua_newtable(L);
  int keys = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    if (lua_isinteger(L, -1)) {
      lua_Integer number = lua_tointegerx(L, -1, NULL);
      if (number >= 1 && number <= last) {
        continue;
      }
    }
    count += 1;
    lua_pushvalue(L, -1);
    lua_rawseti(L, keys, count);
  }
  return count;
}

static int base_pairs(lua_State *L) {
  take_table(L);
  lua_settop(L, 1);
  obl_state *state = obl_state_of(L);
  lua_Integer last = 0;
  while (lua_rawgeti(L, 1, last + 1) != LUA_TNIL) {
    lua_pop(L, 1);
    last += 1;
  }
  lua_pop(L, 1);
  obl_charge(L, state, (int64_t)last + 1);

  uint32_t count = collect_keys(L, last);
  int64_t comparisons = 1;
  while ((count >> comparisons) != 0 && comparisons < 32) {
    comparisons += 1;
  }
  obl_charge(L, state, (int64_t)count * (comparisons + 2));

  traversal *order = lua_newuserdatauv(L, sizeof *order + count * sizeof *order->order, 0);
  order->at = 0;
  order->last = last;
  order->key = 0;
  order->key_count = count;
  if (count > 0) {
    sort_key *sorted = lua_newuserdatauv(L, count * sizeof *sorted, 0);
    for (uint32_t slot = 1; slot <= count; slot++) {
      lua_rawgeti(L, 2, slot);
      sorted[slot - 1] = make_key(L, -1); /* the list of keys keeps its bytes alive */
      sorted[slot - 1].slot = slot;
      lua_pop(L, 1);
    }
    qsort(sorted, count, sizeof *sorted, compare);
    for (uint32_t i = 0; i < count; i++) {
      order->order[i] = sorted[i].slot;
    }
    lua_pop(L, 1);
  }
  lua_pushcclosure(L, next_pair, 2);
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

/* ---- next --------------------------------------------------------------- */

/* Finds the least key above the given one: a pass over the table, and charged as
 * one, except along a list. */
static int base_next(lua_State *L) {
  take_table(L);
  lua_settop(L, 2);
  bool from_start = lua_isnil(L, 2);
  bool from_integer = lua_isinteger(L, 2);
  lua_Integer position = from_integer ? lua_tointegerx(L, 2, NULL) : 0;
  bool in_list = from_start || (from_integer && position > 0 && position < LUA_MAXINTEGER);
  if (in_list) {
    lua_pushinteger(L, position + 1);
    if (lua_rawgeti(L, 1, position + 1) != LUA_TNIL) {
      return 2;
    }
    lua_settop(L, 2);
  }

  sort_key given = {0};
  if (!from_start) {
    given = make_key(L, 2);
  }
  bool found = false;
  sort_key best = {0};
  int64_t visited = 1;
  lua_pushnil(L); /* 3: the best key so far */
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_pop(L, 1);
    visited += 1;
    sort_key key = make_key(L, -1);
    bool above = from_start || compare(&key, &given) > 0;
    if (above && (!found || compare(&key, &best) < 0)) {
      found = true;
      best = key;
      lua_copy(L, -1, 3);
    }
  }
  obl_charge(L, obl_state_of(L), 2 * visited);
  lua_settop(L, 3);
  if (!found) {
    return 1; /* nil */
  }
  lua_pushvalue(L, 3);
  lua_rawget(L, 1);
  return 2;
}

/* ---- ipairs ------------------------------------------------------------- */

static int next_position(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer position = luaL_checkinteger(L, 2);
  if (position == LUA_MAXINTEGER) {
    return 0;
  }
  lua_pushinteger(L, position + 1);
  return lua_rawgeti(L, 1, position + 1) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L) {
  take_table(L);
  lua_pushcfunction(L, next_position);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

void obl_open_iteration(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"pairs", base_pairs},
      {"next", base_next},
      {"ipairs", base_ipairs},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
