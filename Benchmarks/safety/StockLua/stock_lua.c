#include "stock_lua.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <time.h>

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void hook(lua_State *L, lua_Debug *record) {
  (void)L;
  (void)record;
}

double stock_lua_seconds(const char *source, int hook_period) {
  lua_State *L = luaL_newstate();
  if (L == NULL) {
    return -1;
  }
  luaL_openlibs(L);
  if (hook_period > 0) {
    lua_sethook(L, hook, LUA_MASKCOUNT, hook_period);
  }
  double seconds = -1;
  if (luaL_loadstring(L, source) == LUA_OK) {
    double start = now();
    if (lua_pcall(L, 0, 0, 0) == LUA_OK) {
      seconds = now() - start;
    }
  }
  lua_close(L);
  return seconds;
}
