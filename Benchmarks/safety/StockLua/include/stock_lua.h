/* Lua as the library ships it, to compare with: no heap limit, no budget. */
#pragma once

/* Runs a chunk and gives the seconds of processor time that it took, or a
 * negative number where it fails. With a hook, an empty function is called after
 * every `hook_period` instructions; 0 means none. */
double stock_lua_seconds(const char *source, int hook_period);
