/* "did you mean": the name nearest to a misspelt one. */
#include "internal.h"

#include <string.h>

enum { LONGEST = 40 };

/* Edit distance with swaps of neighbours (optimal string alignment). */
static int distance(const char *a, size_t a_length, const char *b, size_t b_length) {
  int rows[3][LONGEST + 1];
  int *before = rows[0];
  int *above = rows[1];
  int *row = rows[2];
  for (size_t j = 0; j <= b_length; j++) {
    above[j] = (int)j;
  }
  for (size_t i = 1; i <= a_length; i++) {
    row[0] = (int)i;
    for (size_t j = 1; j <= b_length; j++) {
      int best = above[j - 1] + (a[i - 1] != b[j - 1]);
      best = above[j] + 1 < best ? above[j] + 1 : best;
      best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
      bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped && before[j - 2] + 1 < best) {
        best = before[j - 2] + 1;
      }
      row[j] = best;
    }
    int *oldest = before;
    before = above;
    above = row;
    row = oldest;
  }
  return above[b_length];
}

typedef struct {
  const char *word;
  size_t length;
  const char *best;
  int best_distance;
} search;

/* The nearest wins; among equals the first by bytes, whatever the order of visits. */
static void consider(search *search, const char *name, size_t length) {
  if (length > LONGEST) {
    return;
  }
  int here = distance(search->word, search->length, name, length);
  bool nearer = here < search->best_distance;
  bool as_near = here == search->best_distance && search->best != NULL && strcmp(name, search->best) < 0;
  if (nearer || as_near) {
    search->best = name;
    search->best_distance = here;
  }
}

/* `names` is an absolute index or an upvalue's. */
void obl_push_suggestion(lua_State *L, int names, const char *word, bool with_keywords) {
  static const char *const keywords[] = {"and", "break", "else", "elseif", "end", "false", "for",
                                         "function", "if", "in", "local", "nil", "not", "or",
                                         "repeat", "return", "then", "true", "until", "while"};
  search search = {.word = word, .length = strlen(word)};
  if (search.length > LONGEST) {
    lua_pushliteral(L, "");
    return;
  }
  search.best_distance = search.length <= 3 ? 2 : 3; /* must be below */
  luaL_checkstack(L, 4, NULL);
  lua_pushnil(L);
  while (lua_next(L, names)) {
    if (lua_type(L, -2) == LUA_TSTRING) {
      size_t length;
      const char *name = lua_tolstring(L, -2, &length);
      consider(&search, name, length);
      obl_charge(L, obl_state_of(L), (int64_t)search.length);
    }
    lua_pop(L, 1);
  }
  size_t count = with_keywords ? sizeof keywords / sizeof *keywords : 0;
  for (size_t i = 0; i < count; i++) {
    consider(&search, keywords[i], strlen(keywords[i]));
  }
  if (search.best == NULL) {
    lua_pushliteral(L, "");
  } else {
    lua_pushfstring(L, " (did you mean '%s'?)", search.best);
  }
}

/* Strings up to 60 bytes, numbers as they are written, of everything else the type. */
const char *obl_push_printable(lua_State *L, int index) {
  switch (lua_type(L, index)) {
  case LUA_TSTRING: {
    size_t length;
    const char *bytes = lua_tolstring(L, index, &length);
    if (length <= 60) {
      lua_pushvalue(L, index);
    } else {
      size_t shown = 57;
      while (shown > 0 && ((unsigned char)bytes[shown] & 0xC0) == 0x80) {
        shown -= 1;
      }
      lua_pushlstring(L, bytes, shown);
      lua_pushliteral(L, "…");
      lua_concat(L, 2);
    }
    break;
  }
  case LUA_TNUMBER:
    lua_pushvalue(L, index);
    break;
  default:
    lua_pushstring(L, luaL_typename(L, index));
    break;
  }
  return lua_tolstring(L, -1, NULL);
}
