/* The string and utf8 libraries: stock functions behind bounds and charges.
 *
 * A wrapper calls the stock function in its own frame, so that errors name the
 * function as the rule wrote it. Left out: dump, pack, unpack, packsize. */
#include "internal.h"

#include <string.h>

static int call_stock(lua_State *L) {
  lua_CFunction stock = lua_tocfunction(L, lua_upvalueindex(1));
  return stock(L);
}

/* Charges for the bytes of every string argument. */
int obl_charged(lua_State *L) {
  int64_t bytes = 0;
  int count = lua_gettop(L);
  for (int i = 1; i <= count; i++) {
    if (lua_type(L, i) == LUA_TSTRING) {
      bytes += (int64_t)lua_rawlen(L, i);
    }
  }
  obl_charge(L, obl_state_of(L), (bytes >> 4) + 1);
  return call_stock(L);
}

/* Charges for each result, once they are there. */
static int charged_results(lua_State *L) {
  int count = call_stock(L);
  obl_charge(L, obl_state_of(L), count);
  return count;
}

/* Sets `name` in the table on top to a wrapper of the stock library's function. */
void obl_wrap(lua_State *L, int stock_library, const char *name, lua_CFunction wrapper) {
  stock_library = lua_absindex(L, stock_library);
  lua_getfield(L, stock_library, name);
  lua_pushcclosure(L, wrapper, 1);
  lua_setfield(L, -2, name);
}

/* ---- string ------------------------------------------------------------- */

static int string_rep(lua_State *L) {
  size_t length;
  size_t separator_length = 0;
  luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  luaL_optlstring(L, 3, "", &separator_length);
  if (count <= 0 || length + separator_length == 0) {
    lua_pushliteral(L, ""); /* stock Lua copies nothing `count` times */
    return 1;
  }
  size_t most = obl_state_of(L)->config.block_bytes;
  if ((lua_Unsigned)count > most / (length + separator_length)) {
    return luaL_error(L, "resulting string too large");
  }
  obl_charge(L, obl_state_of(L), (int64_t)count);
  return call_stock(L);
}

/* %s must not show addresses, and %p does nothing else. */
static int string_format(lua_State *L) {
  size_t length;
  const char *format = luaL_checklstring(L, 1, &length);
  const char *end = format + length;
  int64_t bytes = (int64_t)length;
  int argument = 1;
  for (const char *p = format; p < end; p++) {
    if (*p != '%') {
      continue;
    }
    p += 1;
    if (p < end && *p == '%') {
      continue;
    }
    while (p < end && *p != 0 && strchr("-+ #0123456789.", *p) != NULL) {
      p += 1;
    }
    argument += 1;
    if (p < end && *p == 'p') {
      return luaL_error(L, "'%%p' is not available in formats");
    }
    int type = lua_type(L, argument);
    if (type == LUA_TSTRING) {
      bytes += (int64_t)lua_rawlen(L, argument);
    }
    if (p < end && *p == 's' && (type == LUA_TTABLE || type == LUA_TFUNCTION)) {
      lua_pushstring(L, lua_typename(L, type));
      lua_replace(L, argument);
    }
  }
  obl_charge(L, obl_state_of(L), (bytes >> 4) + 1);
  return call_stock(L);
}

/* The string metatable's __index: methods, and an error for anything else. */
static int string_index(lua_State *L) {
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) {
    return 1;
  }
  if (lua_type(L, 2) != LUA_TSTRING) {
    return luaL_error(L, "cannot index a string with a %s: use text:sub(i, j)", luaL_typename(L, 2));
  }
  const char *key = obl_push_printable(L, 2);
  obl_push_suggestion(L, lua_upvalueindex(1), key, false);
  return luaL_error(L, "a string has no method '%s'%s", key, lua_tolstring(L, -1, NULL));
}

/* Stock Lua's string metatable turns "10" + 1 into 11, reading the whole string:
 * charged. Its methods are a table that rules cannot reach. */
static void close_string_metatable(lua_State *L, int methods) {
  static const char *const arithmetic[] = {"__add", "__sub", "__mul", "__mod", "__pow",
                                           "__div", "__idiv", "__unm", NULL};
  methods = lua_absindex(L, methods);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  for (const char *const *name = arithmetic; *name != NULL; name++) {
    obl_wrap(L, -1, *name, obl_charged);
  }
  lua_newtable(L); /* the methods, and behind them the error */
  lua_pushnil(L);
  while (lua_next(L, methods)) {
    lua_pushvalue(L, -2);
    lua_insert(L, -2);
    lua_rawset(L, -4);
  }
  lua_createtable(L, 0, 1);
  lua_pushvalue(L, -2);
  lua_pushcclosure(L, string_index, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
}

void obl_open_strings(lua_State *L) {
  int library = lua_gettop(L);
  luaL_requiref(L, LUA_STRLIBNAME, luaopen_string, 0);
  lua_insert(L, library); /* stock below, ours on top */
  obl_wrap(L, library, "rep", string_rep);
  obl_wrap(L, library, "format", string_format);
  obl_wrap(L, library, "lower", obl_charged);
  obl_wrap(L, library, "upper", obl_charged);
  obl_wrap(L, library, "reverse", obl_charged);
  obl_wrap(L, library, "byte", charged_results);
  obl_wrap(L, library, "char", charged_results);
  obl_wrap(L, library, "len", call_stock);
  obl_wrap(L, library, "sub", call_stock);
  obl_open_patterns(L);
  close_string_metatable(L, -1);
  lua_remove(L, library);
}

/* ---- utf8 --------------------------------------------------------------- */

/* Charges for the characters counted. */
static int utf8_len(lua_State *L) {
  int count = call_stock(L);
  lua_Integer result = lua_tointegerx(L, -1, NULL); /* a length, or the place of a bad byte */
  obl_charge(L, obl_state_of(L), (int64_t)(result >> 1) + 1);
  return count;
}

/* Charges for the characters walked over, which are no more than the bytes. */
static int utf8_offset(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_Integer steps = luaL_checkinteger(L, 2);
  if (steps < 0) {
    steps = steps == LUA_MININTEGER ? LUA_MAXINTEGER : -steps;
  }
  int64_t most = (int64_t)length;
  obl_charge(L, obl_state_of(L), ((steps < most ? steps : most) >> 1) + 1);
  return call_stock(L);
}

void obl_open_utf8(lua_State *L) {
  int library = lua_gettop(L);
  luaL_requiref(L, LUA_UTF8LIBNAME, luaopen_utf8, 0);
  lua_insert(L, library);
  obl_wrap(L, library, "len", utf8_len);
  obl_wrap(L, library, "offset", utf8_offset);
  obl_wrap(L, library, "codepoint", charged_results);
  obl_wrap(L, library, "char", charged_results);
  obl_wrap(L, library, "codes", call_stock);
  lua_getfield(L, library, "charpattern");
  lua_setfield(L, -2, "charpattern");
  lua_remove(L, library);
}
