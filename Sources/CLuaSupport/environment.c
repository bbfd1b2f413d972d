/* Environments: what a chunk sees as its globals.
 *
 * Globals and libraries are empty tables whose metatable leads to the real one:
 * reading costs one more table access, writing is an error even for functions
 * that write raw. As nothing in them can change, environments share the library
 * tables; each has its own globals and its own modules. */
#include "internal.h"

#include <string.h>

/* ---- Read-only tables --------------------------------------------------- */

/* Upvalues: the table's name, its contents. */
static int unknown_field(lua_State *L) {
  lua_settop(L, 2);
  const char *key = obl_push_printable(L, 2);
  obl_push_suggestion(L, lua_upvalueindex(2), key, false);
  return luaL_error(L, "%s has no field '%s'%s", lua_tolstring(L, lua_upvalueindex(1), NULL), key,
                    lua_tolstring(L, -1, NULL));
}

static int write_field(lua_State *L) {
  lua_settop(L, 2);
  const char *key = obl_push_printable(L, 2);
  return luaL_error(L, "cannot change '%s.%s': library tables are read-only",
                    lua_tolstring(L, lua_upvalueindex(1), NULL), key);
}

/* With a table's contents on top: makes reading unknown keys call `unknown`, and
 * replaces it by a view whose writes call `write`. Both get two upvalues: the
 * name and the contents. */
static void push_view(lua_State *L, const char *name, lua_CFunction unknown, lua_CFunction write) {
  int contents = lua_gettop(L);
  lua_createtable(L, 0, 1);
  lua_pushstring(L, name);
  lua_pushvalue(L, contents);
  lua_pushcclosure(L, unknown, 2);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, contents);

  lua_newtable(L); /* the view */
  lua_createtable(L, 0, 3);
  lua_pushvalue(L, contents);
  lua_setfield(L, -2, "__index");
  lua_pushstring(L, name);
  lua_pushvalue(L, contents);
  lua_pushcclosure(L, write, 2);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_remove(L, contents);
}

void obl_make_read_only(lua_State *L, const char *name) {
  push_view(L, name, unknown_field, write_field);
}

/* ---- Globals ------------------------------------------------------------ */

static int unknown_global(lua_State *L) {
  lua_settop(L, 2);
  const char *key = obl_push_printable(L, 2);
  obl_push_suggestion(L, lua_upvalueindex(2), key, true);
  return luaL_error(L, "unknown name '%s'%s", key, lua_tolstring(L, -1, NULL));
}

static int write_global(lua_State *L) {
  lua_settop(L, 2);
  const char *key = obl_push_printable(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
    return luaL_error(L, "cannot change global '%s': it is read-only", key);
  }
  return luaL_error(L, "cannot create global '%s': write 'local %s = …'", key, key);
}

static int add_environment(lua_State *L) {
  obl_state *state = obl_state_of(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_ENVIRONMENTS);
  lua_createtable(L, 3, 0);

  lua_newtable(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_GLOBALS);
  lua_pushnil(L);
  while (lua_next(L, -2)) {
    lua_pushvalue(L, -2);
    obl_push_copy(L, lua_gettop(L) - 1);
    lua_rawset(L, -6); /* contents, globals, key, value, key, copy */
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  lua_pushvalue(L, -1);
  lua_rawseti(L, -3, 2);
  push_view(L, "_ENV", unknown_global, write_global);
  lua_rawseti(L, -2, 1);
  lua_newtable(L);
  lua_rawseti(L, -2, 3);

  state->environment_count += 1;
  lua_rawseti(L, -2, state->environment_count);
  return 0;
}

obl_status obl_add_environment(obl_state *state, int32_t *id) {
  obl_status status = obl_protect(state, add_environment, NULL);
  *id = state->environment_count;
  return status;
}

/* ---- Modules ------------------------------------------------------------ */

/* Adds the modules' names, ordered, to the message on top. */
static void append_names(lua_State *L, int modules) {
  luaL_Buffer buffer;
  const char *last = "";
  bool any = false;
  luaL_buffinit(L, &buffer);
  for (;;) { /* the least name above the last: there are few */
    const char *least = NULL;
    lua_pushnil(L);
    while (lua_next(L, modules)) {
      lua_pop(L, 1);
      const char *name = lua_tolstring(L, -1, NULL);
      bool above = !any || strcmp(name, last) > 0;
      if (above && (least == NULL || strcmp(name, least) < 0)) {
        least = name; /* kept alive by the table */
      }
    }
    if (least == NULL) {
      break;
    }
    luaL_addstring(&buffer, any ? ", '" : "'");
    luaL_addstring(&buffer, least);
    luaL_addstring(&buffer, "'");
    last = least;
    any = true;
  }
  luaL_pushresult(&buffer);
}

/* Whether the function on top is running. Lua counts the frames down from the
 * top each time, which is what the charge pays for. */
static bool is_running(lua_State *L) {
  lua_Debug record;
  for (int level = 1; lua_getstack(L, level, &record); level++) {
    obl_charge(L, obl_state_of(L), level);
    lua_getinfo(L, "f", &record);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 1);
    if (same) {
      return true;
    }
  }
  return false;
}

/* Upvalues: name -> function, name -> value. */
static int require(lua_State *L) {
  luaL_checktype(L, 1, LUA_TSTRING);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
    return 1;
  }
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL) {
    const char *name = obl_push_printable(L, 1);
    lua_pushvalue(L, lua_upvalueindex(1));
    append_names(L, 4);
    return luaL_error(L, "no module '%s'; there are %s", name, lua_tolstring(L, -1, NULL));
  }
  if (is_running(L)) {
    const char *name = obl_push_printable(L, 1);
    return luaL_error(L, "module '%s' requires itself, directly or through another module", name);
  }
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  if (lua_isnil(L, -1)) {
    lua_pushboolean(L, 1); /* as in stock Lua */
    lua_replace(L, -2);
  }
  lua_pushvalue(L, 1);
  lua_pushvalue(L, -2);
  lua_rawset(L, lua_upvalueindex(2));
  lua_pushvalue(L, 1); /* runs once: the function and its constants may go */
  lua_pushboolean(L, 1);
  lua_rawset(L, lua_upvalueindex(1));
  return 1;
}

typedef struct {
  int32_t environment;
  const char *name;
  size_t name_length;
  int32_t function;
} module_operation;

static int add_module(lua_State *L) {
  const module_operation *operation = lua_touserdata(L, 1);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_ENVIRONMENTS);
  if (lua_rawgeti(L, -1, operation->environment) != LUA_TTABLE) {
    return luaL_error(L, "no such environment");
  }
  int environment = lua_gettop(L);
  lua_rawgeti(L, environment, 3);
  int modules = lua_gettop(L);
  lua_pushlstring(L, operation->name, operation->name_length);
  obl_push_function(L, operation->function);
  lua_rawset(L, modules);

  lua_rawgeti(L, environment, 2);
  lua_pushliteral(L, "require");
  lua_pushvalue(L, -1);
  if (lua_rawget(L, -3) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_pushvalue(L, modules);
    lua_newtable(L);
    lua_pushcclosure(L, require, 2);
    lua_rawset(L, -3);
  }
  return 0;
}

obl_status obl_add_module(obl_state *state, int32_t environment, const char *name, size_t name_length,
                          int32_t function) {
  module_operation operation = {environment, name, name_length, function};
  return obl_protect(state, add_module, &operation);
}
