/* The matcher behind find, match, gmatch and gsub. */
#pragma once

#include "internal.h"

enum {
  OBL_MAX_CAPTURES = 32,
  OBL_CAPTURE_OPEN = -1,     /* its ')' has not been reached */
  OBL_CAPTURE_POSITION = -2, /* '()' */
};

typedef struct {
  const char *start;
  ptrdiff_t length; /* or OBL_CAPTURE_OPEN, OBL_CAPTURE_POSITION */
} obl_capture;

typedef struct {
  lua_State *L;
  obl_state *state;
  const char *subject;
  const char *subject_end;
  const char *pattern_end;
  int levels_left; /* of recursion */
  int capture_count;
  obl_capture captures[OBL_MAX_CAPTURES];
} obl_matcher;

/* Matches `pattern` at `at`. Gives the end of the match, or NULL. Each byte that
 * is looked at, and each step back, costs a unit of fuel. */
const char *obl_match_at(obl_matcher *matcher, const char *at, const char *pattern);
