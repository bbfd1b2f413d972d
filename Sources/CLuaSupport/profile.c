/* The rule profile: the globals that rules may use, built once for a state.
 *
 * An allow-list. Left out, because Debian's 5.4.4 hangs or crashes through them
 * or because results would differ from run to run: metatables, coroutines,
 * load, xpcall, raw access, collectgarbage, io, os, debug, package, print and
 * the random numbers of math.
 *
 * What differs from the manual in what is left: pairs and next have a fixed order;
 * sort is stable; the table library works on plain tables only, on at most
 * 1,048,576 elements, and unpacks at most 8,192; tostring and %s show no
 * addresses; unknown names, fields of libraries and methods of strings are errors. */
#include "internal.h"

/* As tostring, without addresses. */
static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  int type = lua_type(L, 1);
  if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
    lua_pushstring(L, lua_typename(L, type));
    return 1;
  }
  luaL_tolstring(L, 1, NULL); /* host objects have a __tostring */
  return 1;
}

static void copy_field(lua_State *L, int from, const char *name) {
  from = lua_absindex(L, from);
  lua_getfield(L, from, name);
  lua_setfield(L, -2, name);
}

/* The table on top gets the base functions. */
static void open_base(lua_State *L) {
  static const char *const stock[] = {"assert", "error", "pcall", "select", "type", "_VERSION", NULL};
  int globals = lua_gettop(L);
  luaL_requiref(L, LUA_GNAME, luaopen_base, 0);
  lua_insert(L, globals); /* stock below, ours on top */
  for (const char *const *name = stock; *name != NULL; name++) {
    copy_field(L, globals, *name);
  }
  obl_wrap(L, globals, "tonumber", obl_charged);
  lua_pushcfunction(L, base_tostring);
  lua_setfield(L, -2, "tostring");
  obl_open_iteration(L);
  lua_remove(L, globals);
}

/* Named one by one: Debian's library also has the functions of Lua 5.1. */
static void open_math(lua_State *L) {
  static const char *const stock[] = {"abs",  "acos", "asin",       "atan", "ceil", "cos",        "deg", "exp",
                                      "floor", "fmod", "huge",       "log",  "max",  "maxinteger", "min", "mininteger",
                                      "modf", "pi",   "rad",        "sin",  "sqrt", "tan",        "tointeger",
                                      "type", "ult",  NULL};
  int math = lua_gettop(L);
  luaL_requiref(L, LUA_MATHLIBNAME, luaopen_math, 0);
  lua_insert(L, math);
  for (const char *const *name = stock; *name != NULL; name++) {
    copy_field(L, math, *name);
  }
  lua_remove(L, math);
}

/* Lua searches this table to name a function in a message. */
static void set_loaded(lua_State *L, const char *name) {
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, -2);
  lua_setfield(L, -2, name);
  lua_pop(L, 1);
}

/* Fills the registry's table of globals. */
void obl_open_profile(lua_State *L) {
  static const struct {
    const char *name;
    void (*open)(lua_State *L);
  } libraries[] = {
      {LUA_STRLIBNAME, obl_open_strings},
      {LUA_UTF8LIBNAME, obl_open_utf8},
      {LUA_TABLIBNAME, obl_open_tables},
      {LUA_MATHLIBNAME, open_math},
  };
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_GLOBALS);
  open_base(L);
  for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
    lua_newtable(L);
    libraries[i].open(L);
    set_loaded(L, libraries[i].name);
    obl_make_read_only(L, libraries[i].name);
    lua_setfield(L, -2, libraries[i].name);
  }
  set_loaded(L, LUA_GNAME);
  lua_pop(L, 1);
}
