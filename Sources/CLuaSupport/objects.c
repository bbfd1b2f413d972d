/* Host objects and host functions: the trampoline from Lua to the host.
 *
 * An object is userdata that holds two numbers. One object has one userdata as
 * long as Lua can see it, so that objects compare with == and serve as keys.
 * All names are resolved here; the host gets positions. */
#include "internal.h"

#include <string.h>

typedef struct {
  int32_t type;
  int64_t index;
} object;

/* The only userdata that Lua code can get hold of are host objects. */
bool obl_get_object(lua_State *L, int index, int32_t *type, int64_t *object_index) {
  if (lua_type(L, index) != LUA_TUSERDATA) {
    return false;
  }
  const object *held = lua_touserdata(L, index);
  *type = held->type;
  *object_index = held->index;
  return true;
}

void obl_push_object(lua_State *L, obl_state *state, int32_t type, int64_t index) {
  if (type < 0 || type >= state->type_count) {
    luaL_error(L, "the host gave an object of an unknown type");
  }
  luaL_checkstack(L, 6, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_OBJECTS);
  lua_rawgeti(L, -1, type + 1);
  lua_remove(L, -2);
  if (lua_rawgeti(L, -1, index) == LUA_TUSERDATA) {
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  object *held = lua_newuserdatauv(L, sizeof *held, 0);
  held->type = type;
  held->index = index;
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_TYPES);
  lua_rawgeti(L, -1, type + 1);
  lua_setmetatable(L, -3);
  lua_pop(L, 1);
  lua_pushvalue(L, -1);
  lua_rawseti(L, -3, index);
  lua_remove(L, -2);
}

/* ---- The trampoline ----------------------------------------------------- */

/* Asks the host and pushes what it answers. The host returns before anything
 * is raised, so that no frame of it is ever jumped over. */
static int ask(lua_State *L, obl_state *state, const obl_request *request, bool *lasting) {
  obl_reply reply = {0};
  int32_t failed = state->config.host(state->config.context, request, &reply);
  obl_charge_host(L, state, reply.cost);
  if (failed) {
    luaL_where(L, 1);
    lua_pushlstring(L, reply.message, reply.message_length);
    lua_concat(L, 2);
    return lua_error(L);
  }
  size_t at = 0;
  obl_push_flat(L, state, reply.values, reply.value_count, &at);
  if (lasting != NULL) {
    *lasting = reply.lasting != 0;
  }
  return 1;
}

static void flatten_arguments(lua_State *L, obl_state *state, int first, obl_request *request) {
  int count = lua_gettop(L) - first + 1;
  if (count > OBL_MAX_ARGUMENTS) {
    luaL_error(L, "too many arguments (%d; at most %d)", count, OBL_MAX_ARGUMENTS);
  }
  obl_flatten_begin(state);
  for (int i = 0; i < count; i++) {
    obl_flatten(L, state, first + i, false);
  }
  request->argument_count = count > 0 ? count : 0;
  request->values = state->flat.values;
  request->value_count = state->flat.count;
}

/* Upvalues: the function's number; lasting answers by the string that was asked. */
static int host_function(lua_State *L) {
  obl_state *state = obl_state_of(L);
  bool is_plain = lua_gettop(L) == 1 && lua_type(L, 1) == LUA_TSTRING;
  if (is_plain) {
    lua_pushvalue(L, 1);
    if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
      return 1;
    }
    lua_settop(L, 1);
  }
  obl_request request = {.kind = OBL_ASK_FUNCTION};
  request.number = (int32_t)lua_tointegerx(L, lua_upvalueindex(1), NULL);
  flatten_arguments(L, state, 1, &request);
  bool lasting = false;
  ask(L, state, &request, &lasting);
  if (lasting && is_plain) {
    lua_pushvalue(L, 1);
    lua_pushvalue(L, -2);
    lua_rawset(L, lua_upvalueindex(2));
  }
  return 1;
}

/* Pushes the value at an absolute index; of a host function a copy that keeps answers of its own. */
void obl_push_copy(lua_State *L, int index) {
  if (lua_tocfunction(L, index) != host_function) {
    lua_pushvalue(L, index);
    return;
  }
  lua_getupvalue(L, index, 1);
  lua_newtable(L);
  lua_pushcclosure(L, host_function, 2);
}

static const char *type_name(lua_State *L, int32_t type) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_TYPES);
  lua_rawgeti(L, -1, type + 1);
  lua_pushliteral(L, "__name");
  lua_rawget(L, -2);
  return lua_tolstring(L, -1, NULL);
}

/* Upvalues: the type, the method's number, its name. */
static int object_method(lua_State *L) {
  obl_state *state = obl_state_of(L);
  int32_t type = (int32_t)lua_tointegerx(L, lua_upvalueindex(1), NULL);
  obl_request request = {.kind = OBL_ASK_METHOD};
  request.number = (int32_t)lua_tointegerx(L, lua_upvalueindex(2), NULL);
  if (!obl_get_object(L, 1, &request.type, &request.index)) {
    const char *method = lua_tolstring(L, lua_upvalueindex(3), NULL);
    return luaL_error(L, "call it with a colon: %s:%s(...)", type_name(L, type), method);
  }
  if (request.type != type) {
    const char *method = lua_tolstring(L, lua_upvalueindex(3), NULL);
    return luaL_error(L, "'%s' is a method of %s, not of %s", method, type_name(L, type),
                      type_name(L, request.type));
  }
  flatten_arguments(L, state, 2, &request);
  return ask(L, state, &request, NULL);
}

/* ---- Metamethods -------------------------------------------------------- */

/* Upvalue 1: name -> a field's number or a method's closure. */
static int object_index(lua_State *L) {
  obl_state *state = obl_state_of(L);
  obl_request request = {.kind = OBL_ASK_FIELD};
  obl_get_object(L, 1, &request.type, &request.index);
  lua_settop(L, 2);
  lua_pushvalue(L, 2);
  int found = lua_rawget(L, lua_upvalueindex(1));
  if (found == LUA_TFUNCTION) {
    return 1;
  }
  if (found == LUA_TNUMBER) {
    request.number = (int32_t)lua_tointegerx(L, 3, NULL);
    return ask(L, state, &request, NULL);
  }
  const char *key = obl_push_printable(L, 2);
  obl_push_suggestion(L, lua_upvalueindex(1), key, false);
  return luaL_error(L, "%s has no field or method '%s'%s", type_name(L, request.type), key,
                    lua_tolstring(L, 5, NULL));
}

static const char *self_name(lua_State *L, int index) {
  int32_t type = 0;
  int64_t number;
  obl_get_object(L, index, &type, &number);
  return type_name(L, type);
}

static int object_newindex(lua_State *L) {
  return luaL_error(L, "%s is read-only", self_name(L, 1));
}

static int object_len(lua_State *L) {
  return luaL_error(L, "%s has no length: '#' works on strings and lists", self_name(L, 1));
}

static int object_concat(lua_State *L) {
  int index = lua_type(L, 1) == LUA_TUSERDATA ? 1 : 2;
  return luaL_error(L, "cannot join a %s with '..': use tostring(...) or one of its fields", self_name(L, index));
}

static int object_tostring(lua_State *L) {
  obl_request request = {.kind = OBL_ASK_DESCRIBE};
  obl_get_object(L, 1, &request.type, &request.index);
  ask(L, obl_state_of(L), &request, NULL);
  if (lua_type(L, -1) != LUA_TSTRING) {
    return luaL_error(L, "the host gave no description");
  }
  return 1;
}

/* ---- Registration ------------------------------------------------------- */

typedef struct {
  const char *name;
  int32_t type;
  bool is_method;
} member_operation;

static int add_type(lua_State *L) {
  const member_operation *operation = lua_touserdata(L, 1);
  obl_state *state = obl_state_of(L);
  int32_t slot = state->type_count + 1;

  static const luaL_Reg metamethods[] = {
      {"__newindex", object_newindex},
      {"__len", object_len},
      {"__concat", object_concat},
      {"__tostring", object_tostring},
      {NULL, NULL},
  };
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_TYPES);
  lua_newtable(L);
  luaL_setfuncs(L, metamethods, 0);
  lua_pushstring(L, operation->name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_newtable(L);
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "names"); /* where members are added */
  lua_pushcclosure(L, object_index, 1);
  lua_setfield(L, -2, "__index");
  lua_rawseti(L, -2, slot);

  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_OBJECTS);
  lua_newtable(L);
  lua_createtable(L, 0, 1);
  lua_pushliteral(L, "v");
  lua_setfield(L, -2, "__mode");
  lua_setmetatable(L, -2);
  lua_rawseti(L, -2, slot);
  state->type_count = slot;
  return 0;
}

static int add_member(lua_State *L) {
  const member_operation *operation = lua_touserdata(L, 1);
  if (operation->type < 0 || operation->type >= obl_state_of(L)->type_count) {
    return luaL_error(L, "no such type");
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_TYPES);
  lua_rawgeti(L, -1, operation->type + 1);
  const char *counter = operation->is_method ? "methods" : "fields";
  lua_getfield(L, -1, counter);
  lua_Integer number = lua_tointegerx(L, -1, NULL); /* nil counts as 0 */
  lua_pop(L, 1);
  lua_getfield(L, -1, "names");
  lua_pushstring(L, operation->name);
  if (operation->is_method) {
    lua_pushinteger(L, operation->type);
    lua_pushinteger(L, number);
    lua_pushstring(L, operation->name);
    lua_pushcclosure(L, object_method, 3);
  } else {
    lua_pushinteger(L, number);
  }
  lua_rawset(L, -3);
  lua_pop(L, 1);
  lua_pushinteger(L, number + 1);
  lua_setfield(L, -2, counter);
  return 0;
}

static int add_function(lua_State *L) {
  const member_operation *operation = lua_touserdata(L, 1);
  obl_state *state = obl_state_of(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, OBL_REGISTRY_GLOBALS);
  lua_pushinteger(L, state->function_count);
  lua_newtable(L);
  lua_pushcclosure(L, host_function, 2);
  lua_setfield(L, -2, operation->name);
  state->function_count += 1;
  return 0;
}

obl_status obl_add_type(obl_state *state, const char *name) {
  member_operation operation = {.name = name};
  return obl_protect(state, add_type, &operation);
}

obl_status obl_add_field(obl_state *state, int32_t type, const char *name) {
  member_operation operation = {.name = name, .type = type};
  return obl_protect(state, add_member, &operation);
}

obl_status obl_add_method(obl_state *state, int32_t type, const char *name) {
  member_operation operation = {.name = name, .type = type, .is_method = true};
  return obl_protect(state, add_member, &operation);
}

obl_status obl_add_function(obl_state *state, const char *name) {
  member_operation operation = {.name = name};
  return obl_protect(state, add_function, &operation);
}
