/* What went wrong, and where: messages without their position, frames of Lua
 * code. All of it is copied to the state's own memory, so that it outlives the
 * heap it describes. */
#include "internal.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Finding a function's name walks the caller's code, and in hostile code takes
 * quadratic time that nothing can interrupt. Names stop when this is spent. */
static const int64_t naming_nanoseconds = 50 * 1000 * 1000;

void obl_clear_error(obl_state *state) {
  state->error.message[0] = 0;
  state->error.message_length = 0;
  state->error.chunk[0] = 0;
  state->error.line = 0;
  state->error.is_stack_overflow = false;
  state->error.frame_count = 0;
}

/* Copies a message, with "…" in place of what does not fit. */
void obl_set_message(obl_state *state, const char *message, size_t length) {
  static const char more[] = "…";
  obl_error *error = &state->error;
  size_t room = sizeof error->message - sizeof more;
  if (length <= room) {
    memcpy(error->message, message, length);
    error->message_length = length;
    return;
  }
  while (room > 0 && ((unsigned char)message[room] & 0xC0) == 0x80) {
    room -= 1; /* not through the middle of a character */
  }
  memcpy(error->message, message, room);
  memcpy(error->message + room, more, sizeof more - 1);
  error->message_length = room + sizeof more - 1;
}

static void copy_chunk(char *to, const char *source) {
  if (*source == '@' || *source == '=') {
    source += 1;
  }
  snprintf(to, OBL_CHUNK_BYTES, "%s", source);
}

static void describe_function(obl_frame *frame, const lua_Debug *record, bool has_name) {
  char *to = frame->function;
  size_t room = sizeof frame->function;
  if (strcmp(record->what, "main") == 0) {
    snprintf(to, room, "in main chunk");
  } else if (has_name && record->name != NULL) {
    const char *what = strcmp(record->namewhat, "method") == 0 || strcmp(record->namewhat, "metamethod") == 0
                           ? record->namewhat
                           : "function";
    snprintf(to, room, "in %s '%.100s'", what, record->name);
  } else {
    snprintf(to, room, "in function <%s:%d>", frame->chunk, record->linedefined);
  }
}

/* Records the innermost frames of Lua code, and the first as the error's place.
 * Allocates nothing and raises nothing, so that it may run inside the allocator. */
void obl_record_frames(lua_State *L, obl_state *state, bool with_names) {
  obl_error *error = &state->error;
  lua_Debug record;
  int64_t give_up = with_names ? obl_now() + naming_nanoseconds : 0;
  error->frame_count = 0;
  error->chunk[0] = 0;
  error->line = 0;
  for (int level = 0; error->frame_count < OBL_MAX_FRAMES; level++) {
    if (!lua_getstack(L, level, &record)) {
      break;
    }
    lua_getinfo(L, "Sl", &record);
    if (record.currentline <= 0) {
      continue; /* C */
    }
    obl_frame *frame = &error->frames[error->frame_count];
    error->frame_count += 1;
    copy_chunk(frame->chunk, record.source);
    frame->line = record.currentline;
    bool named = with_names && obl_now() < give_up;
    if (named) {
      lua_getinfo(L, "n", &record);
    }
    describe_function(frame, &record, named);
  }
  if (error->frame_count > 0) {
    memcpy(error->chunk, error->frames[0].chunk, sizeof error->chunk);
    error->line = error->frames[0].line;
  }
}

/* The length of "chunk:line: " at the start of a message, or 0. Lua shortens
 * long chunk names to "..." and their last characters. */
static size_t position_length(const char *message, size_t length, const char *chunk, int32_t *line) {
  char shown[LUA_IDSIZE];
  size_t chunk_length = strlen(chunk);
  if (chunk_length < LUA_IDSIZE) {
    memcpy(shown, chunk, chunk_length + 1);
  } else {
    size_t tail = LUA_IDSIZE - 1 - 3;
    snprintf(shown, sizeof shown, "...%s", chunk + chunk_length - tail);
  }
  size_t at = strlen(shown);
  if (length <= at || memcmp(message, shown, at) != 0 || message[at] != ':') {
    return 0;
  }
  at += 1;
  int32_t number = 0;
  size_t digits = at;
  while (at < length && isdigit((unsigned char)message[at]) && at - digits < 9) {
    number = number * 10 + (message[at] - '0');
    at += 1;
  }
  if (at == digits || length - at < 2 || message[at] != ':' || message[at + 1] != ' ') {
    return 0;
  }
  *line = number;
  return at + 2;
}

/* Keeps a message without its position. Where the position names another frame
 * than the innermost (`error(message, 2)`), that frame is to blame. */
static void take_message(obl_state *state, const char *message, size_t length) {
  obl_error *error = &state->error;
  for (int32_t i = 0; i < error->frame_count; i++) {
    int32_t line = 0;
    size_t position = position_length(message, length, error->frames[i].chunk, &line);
    if (position > 0) {
      memcpy(error->chunk, error->frames[i].chunk, sizeof error->chunk);
      error->line = line;
      message += position;
      length -= position;
      break;
    }
  }
  obl_set_message(state, message, length);
}

/* The message handler of every protected call: runs where the error happened,
 * before the frames are gone. */
int obl_message_handler(lua_State *L) {
  obl_state *state = obl_state_of(L);
  obl_record_frames(L, state, true);
  int type = lua_type(L, 1);
  if (type == LUA_TSTRING || type == LUA_TNUMBER) {
    size_t length;
    const char *message = lua_tolstring(L, 1, &length);
    take_message(state, message, length);
  } else {
    char message[64];
    int length = snprintf(message, sizeof message, "error object is a %s value", luaL_typename(L, 1));
    obl_set_message(state, message, (size_t)length);
  }
  lua_settop(L, 1);
  return 1;
}

/* Takes the message of a failed compilation from the top of the stack. */
void obl_take_syntax_error(lua_State *L, obl_state *state, const char *name) {
  size_t length;
  const char *message = lua_tolstring(L, -1, &length);
  if (message == NULL) {
    message = "";
    length = 0;
  }
  obl_clear_error(state);
  copy_chunk(state->error.chunk, name);
  int32_t line = 0;
  size_t position = position_length(message, length, name + 1, &line);
  state->error.line = line;
  obl_set_message(state, message + position, length - position);
}

const char *obl_error_message(const obl_state *state, size_t *length) {
  *length = state->error.message_length;
  return state->error.message;
}

const char *obl_error_chunk(const obl_state *state) {
  return state->error.chunk;
}

int32_t obl_error_line(const obl_state *state) {
  return state->error.line;
}

int32_t obl_error_frame_count(const obl_state *state) {
  return state->error.frame_count;
}

const char *obl_error_frame_chunk(const obl_state *state, int32_t frame) {
  return state->error.frames[frame].chunk;
}

int32_t obl_error_frame_line(const obl_state *state, int32_t frame) {
  return state->error.frames[frame].line;
}

const char *obl_error_frame_function(const obl_state *state, int32_t frame) {
  return state->error.frames[frame].function;
}
