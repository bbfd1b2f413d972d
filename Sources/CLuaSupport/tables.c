/* The table library, on plain tables only.
 *
 * Stock Lua's functions trust the length of a table, which a rule can make
 * 2^62, and its sort picks pivots by the clock. These bound and charge each
 * element, read and write raw, refuse read-only tables, and sort stably. */
#include "internal.h"

#include <limits.h>

enum {
  MOST_ELEMENTS = 1 << 20,
  MOST_RESULTS = 8192, /* of unpack */
};

static void charge(lua_State *L, lua_Integer elements) {
  obl_charge(L, obl_state_of(L), (int64_t)elements * 4 + 1);
}

static void check_writable(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  if (lua_getmetatable(L, index)) { /* rules cannot set metatables: it is one of the host's */
    luaL_argerror(L, index, "table is read-only");
  }
}

static lua_Integer length(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  lua_Unsigned elements = lua_rawlen(L, index);
  if (elements > MOST_ELEMENTS) {
    luaL_argerror(L, index, "table has more than 1,048,576 elements");
  }
  return (lua_Integer)elements;
}

/* How many there are from first to last. */
static lua_Integer range(lua_State *L, lua_Integer first, lua_Integer last) {
  if (first > last) {
    return 0;
  }
  lua_Unsigned span = (lua_Unsigned)last - (lua_Unsigned)first;
  if (span >= MOST_ELEMENTS) {
    luaL_error(L, "range has more than 1,048,576 elements");
  }
  return (lua_Integer)span + 1;
}

static int table_insert(lua_State *L) {
  check_writable(L, 1);
  lua_Integer end = length(L, 1) + 1;
  lua_Integer position = end;
  switch (lua_gettop(L)) {
  case 2:
    break;
  case 3:
    position = luaL_checkinteger(L, 2);
    luaL_argcheck(L, (lua_Unsigned)position - 1u < (lua_Unsigned)end, 2, "position out of bounds");
    break;
  default:
    return luaL_error(L, "wrong number of arguments to 'insert'");
  }
  charge(L, end - position);
  for (lua_Integer i = end; i > position; i--) {
    lua_rawgeti(L, 1, i - 1);
    lua_rawseti(L, 1, i);
  }
  lua_rawseti(L, 1, position);
  return 0;
}

static int table_remove(lua_State *L) {
  check_writable(L, 1);
  lua_Integer size = length(L, 1);
  lua_Integer position = luaL_optinteger(L, 2, size);
  if (position != size) {
    luaL_argcheck(L, (lua_Unsigned)position - 1u <= (lua_Unsigned)size, 2, "position out of bounds");
  }
  charge(L, size > position ? size - position : 0);
  lua_rawgeti(L, 1, position);
  for (; position < size; position++) {
    lua_rawgeti(L, 1, position + 1);
    lua_rawseti(L, 1, position);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, position);
  return 1;
}

static int table_move(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer first = luaL_checkinteger(L, 2);
  lua_Integer last = luaL_checkinteger(L, 3);
  lua_Integer target = luaL_checkinteger(L, 4);
  int to = lua_isnoneornil(L, 5) ? 1 : 5;
  check_writable(L, to);
  lua_Integer count = range(L, first, last);
  luaL_argcheck(L, count == 0 || target <= LUA_MAXINTEGER - count + 1, 4, "destination wrap around");
  charge(L, count);
  bool overlaps = lua_rawequal(L, 1, to) && target > first && target <= last;
  for (lua_Integer i = 0; i < count; i++) {
    lua_Integer offset = overlaps ? count - 1 - i : i;
    lua_rawgeti(L, 1, first + offset);
    lua_rawseti(L, to, target + offset);
  }
  lua_pushvalue(L, to);
  return 1;
}

static int table_concat(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  size_t separator_length;
  const char *separator = luaL_optlstring(L, 2, "", &separator_length);
  lua_Integer first = luaL_optinteger(L, 3, 1);
  lua_Integer last = lua_isnoneornil(L, 4) ? length(L, 1) : luaL_checkinteger(L, 4);
  lua_Integer count = range(L, first, last);
  charge(L, count);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (lua_Integer i = 0; i < count; i++) {
    lua_rawgeti(L, 1, first + i);
    if (!lua_isstring(L, -1)) {
      luaL_error(L, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)(first + i));
    }
    luaL_addvalue(&buffer);
    if (i + 1 < count) {
      luaL_addlstring(&buffer, separator, separator_length);
    }
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  charge(L, count);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) {
    lua_rawseti(L, 1, i);
  }
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer first = luaL_optinteger(L, 2, 1);
  lua_Integer last = lua_isnoneornil(L, 3) ? length(L, 1) : luaL_checkinteger(L, 3);
  lua_Integer count = range(L, first, last);
  if (count > MOST_RESULTS || !lua_checkstack(L, (int)count)) {
    return luaL_error(L, "too many results to unpack");
  }
  charge(L, count);
  for (lua_Integer i = 0; i < count; i++) {
    lua_rawgeti(L, 1, first + i);
  }
  return (int)count;
}

/* ---- sort --------------------------------------------------------------- */

enum { SORTED = 1, COMPARE = 2, FROM = 3, TO = 4 }; /* stack indices */

/* Whether the value at the top must come before the one below it; pops neither. */
static bool comes_before(lua_State *L) {
  charge(L, 1);
  if (lua_isnil(L, COMPARE)) {
    return lua_compare(L, -1, -2, LUA_OPLT);
  }
  lua_pushvalue(L, COMPARE);
  lua_pushvalue(L, -2);
  lua_pushvalue(L, -4);
  lua_call(L, 2, 1);
  bool before = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return before;
}

/* Merges two neighbouring sorted runs of FROM into TO. */
static void merge(lua_State *L, lua_Integer left, lua_Integer middle, lua_Integer end) {
  lua_Integer right = middle;
  for (lua_Integer at = left, i = left; at < end; at++) {
    bool take_right = i >= middle;
    if (!take_right && right < end) {
      lua_rawgeti(L, FROM, i);
      lua_rawgeti(L, FROM, right);
      take_right = comes_before(L);
      lua_pop(L, 2);
    }
    lua_rawgeti(L, FROM, take_right ? right : i);
    lua_rawseti(L, TO, at);
    right += take_right;
    i += !take_right;
  }
}

/* A bottom-up merge sort: stable, the same comparisons in every run, and no more
 * than n log n of them whatever the comparator says. */
static int table_sort(lua_State *L) {
  check_writable(L, 1);
  lua_Integer size = length(L, 1);
  if (!lua_isnoneornil(L, 2)) {
    luaL_checktype(L, 2, LUA_TFUNCTION);
  }
  lua_settop(L, 2);
  if (size < 2) {
    return 0;
  }
  charge(L, 2 * size);
  lua_createtable(L, (int)size, 0);
  lua_createtable(L, (int)size, 0);
  for (lua_Integer i = 1; i <= size; i++) {
    lua_rawgeti(L, SORTED, i);
    lua_rawseti(L, FROM, i);
  }
  for (lua_Integer width = 1; width < size; width *= 2) {
    charge(L, size);
    for (lua_Integer left = 1; left <= size; left += 2 * width) {
      lua_Integer middle = left + width < size + 1 ? left + width : size + 1;
      lua_Integer end = left + 2 * width < size + 1 ? left + 2 * width : size + 1;
      merge(L, left, middle, end);
    }
    lua_pushvalue(L, FROM); /* swap the two */
    lua_copy(L, TO, FROM);
    lua_replace(L, TO);
  }
  for (lua_Integer i = 1; i <= size; i++) {
    lua_rawgeti(L, FROM, i);
    lua_rawseti(L, SORTED, i);
  }
  return 0;
}

void obl_open_tables(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"concat", table_concat}, {"insert", table_insert}, {"move", table_move},     {"pack", table_pack},
      {"remove", table_remove}, {"sort", table_sort},     {"unpack", table_unpack}, {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
