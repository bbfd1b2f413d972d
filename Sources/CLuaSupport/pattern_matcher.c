/* Lua patterns, as the reference manual defines them in section 6.4.1, with a
 * budget: stock Lua's matcher is one C call that can run for minutes.
 *
 * Messages for malformed patterns are those of stock Lua. */
#include "pattern_matcher.h"

#include <ctype.h>
#include <string.h>

enum {
  ESCAPE = '%',
  MAX_LEVELS = 200, /* as in stock Lua */
};

static inline void step(obl_matcher *matcher) {
  obl_charge(matcher->L, matcher->state, 1);
}

/* The end of the single-character class that starts at `p`. */
static const char *class_end(obl_matcher *matcher, const char *p) {
  const char *end = matcher->pattern_end;
  char first = *p;
  p += 1;
  if (first == ESCAPE) {
    if (p == end) {
      luaL_error(matcher->L, "malformed pattern (ends with '%%')");
    }
    return p + 1;
  }
  if (first != '[') {
    return p;
  }
  if (p < end && *p == '^') {
    p += 1;
  }
  do { /* a ']' in first place stands for itself */
    if (p == end) {
      luaL_error(matcher->L, "malformed pattern (missing ']')");
    }
    char member = *p;
    p += 1;
    if (member == ESCAPE && p < end) {
      p += 1;
    }
  } while (p >= end || *p != ']');
  return p + 1;
}

static bool in_class(int c, int class) {
  bool belongs;
  switch (tolower(class)) {
  case 'a':
    belongs = isalpha(c);
    break;
  case 'c':
    belongs = iscntrl(c);
    break;
  case 'd':
    belongs = isdigit(c);
    break;
  case 'g':
    belongs = isgraph(c);
    break;
  case 'l':
    belongs = islower(c);
    break;
  case 'p':
    belongs = ispunct(c);
    break;
  case 's':
    belongs = isspace(c);
    break;
  case 'u':
    belongs = isupper(c);
    break;
  case 'w':
    belongs = isalnum(c);
    break;
  case 'x':
    belongs = isxdigit(c);
    break;
  case 'z': /* not in the manual any more, but still in stock Lua */
    belongs = c == 0;
    break;
  default:
    return class == c;
  }
  return isupper(class) ? !belongs : belongs;
}

/* Whether `c` is in the set between its brackets `open` and `close`. */
static bool in_set(int c, const char *open, const char *close) {
  bool positive = true;
  const char *p = open;
  if (p[1] == '^') {
    positive = false;
    p += 1;
  }
  while (++p < close) {
    if (*p == ESCAPE) {
      p += 1;
      if (in_class(c, (unsigned char)*p)) {
        return positive;
      }
    } else if (p[1] == '-' && p + 2 < close) {
      if ((unsigned char)p[0] <= c && c <= (unsigned char)p[2]) {
        return positive;
      }
      p += 2;
    } else if ((unsigned char)*p == c) {
      return positive;
    }
  }
  return !positive;
}

/* Whether the class from `p` to `end` matches the one byte at `at`. */
static inline bool matches_one(obl_matcher *matcher, const char *at, const char *p, const char *end) {
  step(matcher);
  if (at >= matcher->subject_end) {
    return false;
  }
  int c = (unsigned char)*at;
  switch (*p) {
  case '.':
    return true;
  case ESCAPE:
    return in_class(c, (unsigned char)p[1]);
  case '[':
    obl_charge(matcher->L, matcher->state, (end - p) >> 3);
    return in_set(c, p, end - 1);
  default:
    return (unsigned char)*p == c;
  }
}

static const char *do_match(obl_matcher *matcher, const char *at, const char *p);

/* %bxy, `p` at x. */
static const char *match_balance(obl_matcher *matcher, const char *at, const char *p) {
  if (p + 1 >= matcher->pattern_end) {
    luaL_error(matcher->L, "malformed pattern (missing arguments to '%%b')");
  }
  if (at >= matcher->subject_end || *at != *p) {
    return NULL;
  }
  char open = p[0];
  char close = p[1];
  int64_t depth = 1;
  while (++at < matcher->subject_end) {
    step(matcher);
    if (*at == close) {
      depth -= 1;
      if (depth == 0) {
        return at + 1;
      }
    } else if (*at == open) {
      depth += 1;
    }
  }
  return NULL;
}

/* %f[set], `set` at the bracket. Gives the end of the set, or NULL. */
static const char *match_frontier(obl_matcher *matcher, const char *at, const char *set) {
  if (set >= matcher->pattern_end || *set != '[') {
    luaL_error(matcher->L, "missing '[' after '%%f' in pattern");
  }
  const char *end = class_end(matcher, set);
  int before = at == matcher->subject ? 0 : (unsigned char)at[-1];
  int here = at < matcher->subject_end ? (unsigned char)*at : 0;
  obl_charge(matcher->L, matcher->state, (end - set) >> 2);
  return !in_set(before, set, end - 1) && in_set(here, set, end - 1) ? end : NULL;
}

/* %1 to %9. */
static const char *match_back_reference(obl_matcher *matcher, const char *at, int digit) {
  int number = digit - '1';
  bool known = number >= 0 && number < matcher->capture_count;
  if (!known || matcher->captures[number].length == OBL_CAPTURE_OPEN) {
    luaL_error(matcher->L, "invalid capture index %%%d", number + 1);
  }
  const obl_capture *capture = &matcher->captures[number];
  if (capture->length < 0 || matcher->subject_end - at < capture->length) {
    return NULL;
  }
  obl_charge(matcher->L, matcher->state, capture->length >> 4);
  bool same = memcmp(capture->start, at, (size_t)capture->length) == 0;
  return same ? at + capture->length : NULL;
}

static const char *open_capture(obl_matcher *matcher, const char *at, const char *p) {
  bool is_position = p + 1 < matcher->pattern_end && p[1] == ')';
  if (matcher->capture_count >= OBL_MAX_CAPTURES) {
    luaL_error(matcher->L, "too many captures");
  }
  obl_capture *capture = &matcher->captures[matcher->capture_count];
  capture->start = at;
  capture->length = is_position ? OBL_CAPTURE_POSITION : OBL_CAPTURE_OPEN;
  matcher->capture_count += 1;
  const char *end = do_match(matcher, at, p + (is_position ? 2 : 1));
  if (end == NULL) {
    matcher->capture_count -= 1;
  }
  return end;
}

static const char *close_capture(obl_matcher *matcher, const char *at, const char *p) {
  int number = matcher->capture_count - 1;
  while (number >= 0 && matcher->captures[number].length != OBL_CAPTURE_OPEN) {
    number -= 1;
  }
  if (number < 0) {
    luaL_error(matcher->L, "invalid pattern capture");
  }
  matcher->captures[number].length = at - matcher->captures[number].start;
  const char *end = do_match(matcher, at, p + 1);
  if (end == NULL) {
    matcher->captures[number].length = OBL_CAPTURE_OPEN;
  }
  return end;
}

/* '*' and '+': as many as there are, then fewer and fewer. */
static const char *match_most(obl_matcher *matcher, const char *at, const char *p, const char *end,
                              ptrdiff_t least) {
  ptrdiff_t count = 0;
  while (matches_one(matcher, at + count, p, end)) {
    count += 1;
  }
  for (; count >= least; count--) {
    step(matcher);
    const char *found = do_match(matcher, at + count, end + 1);
    if (found != NULL) {
      return found;
    }
  }
  return NULL;
}

/* '-': as few as possible. */
static const char *match_fewest(obl_matcher *matcher, const char *at, const char *p, const char *end) {
  for (;;) {
    const char *found = do_match(matcher, at, end + 1);
    if (found != NULL) {
      return found;
    }
    if (!matches_one(matcher, at, p, end)) {
      return NULL;
    }
    at += 1;
  }
}

/* Walks the pattern as long as it is a sequence; recursion only where there is
 * a choice to come back to. */
static const char *walk(obl_matcher *matcher, const char *at, const char *p) {
  const char *pattern_end = matcher->pattern_end;
  while (p != pattern_end) {
    step(matcher);
    if (*p == '(') {
      return open_capture(matcher, at, p);
    }
    if (*p == ')') {
      return close_capture(matcher, at, p);
    }
    if (*p == '$' && p + 1 == pattern_end) {
      return at == matcher->subject_end ? at : NULL;
    }
    if (*p == ESCAPE && p + 1 < pattern_end) {
      if (p[1] == 'b') {
        at = match_balance(matcher, at, p + 2);
        if (at == NULL) {
          return NULL;
        }
        p += 4;
        continue;
      }
      if (p[1] == 'f') {
        p = match_frontier(matcher, at, p + 2);
        if (p == NULL) {
          return NULL;
        }
        continue;
      }
      if (isdigit((unsigned char)p[1])) {
        at = match_back_reference(matcher, at, p[1]);
        if (at == NULL) {
          return NULL;
        }
        p += 2;
        continue;
      }
    }

    const char *end = class_end(matcher, p);
    switch (end < pattern_end ? *end : 0) {
    case '?':
      if (matches_one(matcher, at, p, end)) {
        const char *found = do_match(matcher, at + 1, end + 1);
        if (found != NULL) {
          return found;
        }
      }
      p = end + 1;
      continue;
    case '*':
      return match_most(matcher, at, p, end, 0);
    case '+':
      return match_most(matcher, at, p, end, 1);
    case '-':
      return match_fewest(matcher, at, p, end);
    default:
      if (!matches_one(matcher, at, p, end)) {
        return NULL;
      }
      at += 1;
      p = end;
    }
  }
  return at;
}

static const char *do_match(obl_matcher *matcher, const char *at, const char *p) {
  if (matcher->levels_left == 0) {
    luaL_error(matcher->L, "pattern too complex");
  }
  matcher->levels_left -= 1;
  const char *end = walk(matcher, at, p);
  matcher->levels_left += 1;
  return end;
}

const char *obl_match_at(obl_matcher *matcher, const char *at, const char *pattern) {
  matcher->levels_left = MAX_LEVELS;
  matcher->capture_count = 0;
  return do_match(matcher, at, pattern);
}
