/* Fuel and the clock, and how a chunk is stopped.
 *
 * Fuel is counted the same in every run: one unit for an instruction (by a
 * count hook), others for memory, steps of pattern matching and elements moved.
 * The clock is only a net below it. */
#define _GNU_SOURCE
#include "internal.h"

enum {
  INSTRUCTIONS = 100,      /* between two calls of the hook */
  CLOCK_UNITS = 1 << 16,   /* of fuel between two looks at the clock */
};

int64_t obl_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void set_checkpoint(obl_budget *budget) {
  budget->checkpoint = budget->fuel > CLOCK_UNITS ? budget->fuel - CLOCK_UNITS : 0;
}

void obl_set_budget(obl_state *state, int64_t fuel, int64_t nanoseconds) {
  obl_budget *budget = &state->budget;
  /* Half the range is out of reach, and keeps the subtractions from wrapping. */
  int64_t most = INT64_MAX / 2;
  budget->fuel = fuel < most ? fuel : most;
  budget->fuel_at_start = budget->fuel;
  budget->deadline = obl_now() + (nanoseconds < most ? nanoseconds : most);
  budget->unchecked_bytes = 0;
  budget->failed_allocations = 0;
  set_checkpoint(budget);
}

void obl_start_budget(obl_state *state) {
  if (state->running) {
    return; /* a host call cannot prolong what it is called from */
  }
  obl_set_budget(state, state->config.fuel, state->config.nanoseconds);
  state->budget_started = true;
  if (!state->unusable) {
    obl_install_hook(state); /* its count starts again, so that equal work costs the same */
  }
}

int64_t obl_fuel_used(const obl_state *state) {
  return state->budget.fuel_at_start - state->budget.fuel;
}

void obl_checkpoint(lua_State *L, obl_state *state) {
  obl_budget *budget = &state->budget;
  if (budget->fuel <= 0) {
    obl_stop(L, state, OBL_OUT_OF_FUEL, true);
  }
  if (obl_now() > budget->deadline) {
    obl_stop(L, state, OBL_OUT_OF_TIME, true);
  }
  set_checkpoint(budget);
}

/* After a host call, whose work may have taken long while fuel says little: the
 * clock is read each time, the cheap one that a tick of the kernel moves. */
void obl_charge_host(lua_State *L, obl_state *state, int64_t units) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
  state->budget.fuel -= units > 0 ? units : 0;
  bool is_late = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec > state->budget.deadline;
  if (is_late || state->budget.fuel <= state->budget.checkpoint) {
    obl_checkpoint(L, state);
  }
}

static void count_hook(lua_State *L, lua_Debug *record) {
  obl_state *state = obl_state_of(L);
  if (record->event == LUA_HOOKLINE) {
    obl_note_line(L, state, record);
    return;
  }
  state->budget.fuel -= INSTRUCTIONS;
  obl_checkpoint(L, state);
}

void obl_install_hook(obl_state *state) {
  int events = state->watch.on ? LUA_MASKCOUNT | LUA_MASKLINE : LUA_MASKCOUNT;
  lua_sethook(state->L, count_hook, events, INSTRUCTIONS);
}

/* Every frame between here and obl_protect is C: Lua's own or this target's.
 * The heap may be half changed; it is not read again before a restore. */
_Noreturn void obl_stop(lua_State *L, obl_state *state, obl_status why, bool with_names) {
  obl_record_frames(L, state, with_names);
  state->unusable = true;
  _longjmp(state->entry, (int)why);
}
