/* string.find, match, gmatch and gsub over the budgeted matcher. */
#define _GNU_SOURCE
#include "pattern_matcher.h"

#include <ctype.h>
#include <string.h>

/* Pushes a capture. Without captures, number 0 is the whole match. */
static void push_capture(obl_matcher *matcher, int number, const char *from, const char *to) {
  lua_State *L = matcher->L;
  if (number >= matcher->capture_count) {
    if (number != 0) {
      luaL_error(L, "invalid capture index %%%d", number + 1);
    }
    lua_pushlstring(L, from, (size_t)(to - from));
    return;
  }
  const obl_capture *capture = &matcher->captures[number];
  if (capture->length == OBL_CAPTURE_POSITION) {
    lua_pushinteger(L, capture->start - matcher->subject + 1);
  } else if (capture->length == OBL_CAPTURE_OPEN) {
    luaL_error(L, "unfinished capture");
  } else {
    lua_pushlstring(L, capture->start, (size_t)capture->length);
  }
}

/* Pushes all captures; without any, the whole match unless `from` is NULL. */
static int push_captures(obl_matcher *matcher, const char *from, const char *to) {
  int count = matcher->capture_count == 0 && from != NULL ? 1 : matcher->capture_count;
  luaL_checkstack(matcher->L, count, "too many captures");
  for (int i = 0; i < count; i++) {
    push_capture(matcher, i, from, to);
  }
  return count;
}

static obl_matcher make_matcher(lua_State *L, const char *subject, size_t length, const char *pattern_end) {
  obl_matcher matcher;
  matcher.L = L;
  matcher.state = obl_state_of(L);
  matcher.subject = subject;
  matcher.subject_end = subject + length;
  matcher.pattern_end = pattern_end;
  return matcher;
}

/* A start position from 1, counted from the end where negative. */
static size_t start_position(lua_Integer position, size_t length) {
  if (position > 0) {
    return (size_t)position;
  }
  if (position == 0 || position < -(lua_Integer)length) {
    return 1;
  }
  return length + (size_t)position + 1;
}

static bool is_plain(const char *pattern, size_t length) {
  return memchr(pattern, 0, length) == NULL && strpbrk(pattern, "^$*+?.([%-") == NULL;
}

static int find_plain(lua_State *L, const char *subject, size_t length, size_t start, const char *word,
                      size_t word_length) {
  obl_charge(L, obl_state_of(L), (int64_t)((length - start) >> 4) + 1);
  const char *found = subject + start;
  if (word_length > 0) {
    found = memmem(subject + start, length - start, word, word_length);
  }
  if (found == NULL) {
    luaL_pushfail(L);
    return 1;
  }
  lua_pushinteger(L, found - subject + 1);
  lua_pushinteger(L, found - subject + (lua_Integer)word_length);
  return 2;
}

static int find_or_match(lua_State *L, bool find) {
  size_t length;
  size_t pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  size_t start = start_position(luaL_optinteger(L, 3, 1), length) - 1;
  if (start > length) {
    luaL_pushfail(L);
    return 1;
  }
  if (find && (lua_toboolean(L, 4) || is_plain(pattern, pattern_length))) {
    return find_plain(L, subject, length, start, pattern, pattern_length);
  }

  obl_matcher matcher = make_matcher(L, subject, length, pattern + pattern_length);
  bool anchored = pattern_length > 0 && *pattern == '^';
  pattern += anchored;
  const char *at = subject + start;
  do {
    const char *end = obl_match_at(&matcher, at, pattern);
    if (end == NULL) {
      continue;
    }
    if (!find) {
      return push_captures(&matcher, at, end);
    }
    lua_pushinteger(L, at - subject + 1);
    lua_pushinteger(L, end - subject);
    return push_captures(&matcher, NULL, NULL) + 2;
  } while (at++ < matcher.subject_end && !anchored);
  luaL_pushfail(L);
  return 1;
}

static int string_find(lua_State *L) {
  return find_or_match(L, true);
}

static int string_match(lua_State *L) {
  return find_or_match(L, false);
}

/* ---- gmatch ------------------------------------------------------------- */

typedef struct {
  size_t at;
  size_t last_end; /* of the match before, plus 1; 0: none yet */
} gmatch_position;

/* Upvalues: subject, pattern, position. */
static int next_match(lua_State *L) {
  gmatch_position *position = lua_touserdata(L, lua_upvalueindex(3));
  size_t length;
  size_t pattern_length;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &length);
  const char *pattern = lua_tolstring(L, lua_upvalueindex(2), &pattern_length);
  obl_matcher matcher = make_matcher(L, subject, length, pattern + pattern_length);
  while (position->at <= length) {
    const char *from = subject + position->at;
    const char *end = obl_match_at(&matcher, from, pattern);
    if (end != NULL && (size_t)(end - subject) + 1 != position->last_end) {
      position->at = (size_t)(end - subject);
      position->last_end = position->at + 1;
      return push_captures(&matcher, from, end);
    }
    position->at += 1;
  }
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  luaL_checkstring(L, 2);
  size_t start = start_position(luaL_optinteger(L, 3, 1), length) - 1;
  lua_settop(L, 2);
  gmatch_position *position = lua_newuserdatauv(L, sizeof *position, 0);
  position->at = start;
  position->last_end = 0;
  lua_pushcclosure(L, next_match, 3);
  return 1;
}

/* ---- gsub --------------------------------------------------------------- */

static void add_template(obl_matcher *matcher, luaL_Buffer *buffer, const char *from, const char *to) {
  lua_State *L = matcher->L;
  size_t length;
  const char *p = lua_tolstring(L, 3, &length);
  const char *end = p + length;
  while (p < end) {
    const char *escape = memchr(p, '%', (size_t)(end - p));
    if (escape == NULL) {
      luaL_addlstring(buffer, p, (size_t)(end - p));
      return;
    }
    luaL_addlstring(buffer, p, (size_t)(escape - p));
    p = escape + 1;
    unsigned char what = p < end ? (unsigned char)*p : 0;
    if (what == '%') {
      luaL_addchar(buffer, '%');
    } else if (what == '0') {
      luaL_addlstring(buffer, from, (size_t)(to - from));
    } else if (isdigit(what)) {
      push_capture(matcher, what - '1', from, to);
      luaL_addvalue(buffer);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
    p += 1;
  }
}

/* Adds what replaces one match. Gives whether that differs from the match. */
static bool add_replacement(obl_matcher *matcher, luaL_Buffer *buffer, const char *from, const char *to,
                            int type) {
  lua_State *L = matcher->L;
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    int captures = push_captures(matcher, from, to);
    lua_call(L, captures, 1);
  } else if (type == LUA_TTABLE) {
    push_capture(matcher, 0, from, to);
    lua_gettable(L, 3);
  } else {
    add_template(matcher, buffer, from, to);
    return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(buffer, from, (size_t)(to - from));
    return false;
  }
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  luaL_addvalue(buffer);
  return true;
}

static int string_gsub(lua_State *L) {
  size_t length;
  size_t pattern_length;
  const char *subject = luaL_checklstring(L, 1, &length);
  const char *pattern = luaL_checklstring(L, 2, &pattern_length);
  int type = lua_type(L, 3);
  bool usable = type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE;
  luaL_argexpected(L, usable, 3, "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);

  obl_matcher matcher = make_matcher(L, subject, length, pattern + pattern_length);
  bool anchored = pattern_length > 0 && *pattern == '^';
  pattern += anchored;
  const char *at = subject;
  const char *last_end = NULL;
  lua_Integer count = 0;
  bool changed = false;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  while (count < most) {
    const char *end = obl_match_at(&matcher, at, pattern);
    if (end != NULL && end != last_end) {
      count += 1;
      changed = add_replacement(&matcher, &buffer, at, end, type) || changed;
      at = end;
      last_end = end;
    } else if (at < matcher.subject_end) {
      luaL_addchar(&buffer, *at);
      at += 1;
    } else {
      break;
    }
    if (anchored) {
      break;
    }
  }
  if (changed) {
    luaL_addlstring(&buffer, at, (size_t)(matcher.subject_end - at));
    luaL_pushresult(&buffer);
  } else {
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, count);
  return 2;
}

void obl_open_patterns(lua_State *L) {
  static const luaL_Reg functions[] = {
      {"find", string_find},
      {"match", string_match},
      {"gmatch", string_gmatch},
      {"gsub", string_gsub},
      {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
