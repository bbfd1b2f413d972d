/* The heap of a state: one mapping, handed out in size classes.
 *
 * Freed blocks go to the list of their class and are not merged: the heap of a
 * rule is small and short-lived. Because all of it lies in one mapping and all
 * bookkeeping in one struct, a snapshot is two copies, and so is a restore. */
#define _GNU_SOURCE
#include "internal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum {
  PATIENCE = 16,               /* failed allocations of one budget */
  BYTES_A_UNIT = 64,           /* of fuel */
  CLOCK_BYTES = 1 << 20,       /* allocated between two looks at the clock */
  SMALL_STRING = 128,          /* smaller strings are not charged, see below */
  SMALL_VECTOR = 4096,         /* smaller vectors likewise */
  OBJECT_UNITS = 4,            /* for each table, closure or userdata */
  DEEP_STACK_BYTES = 4 << 20,  /* a value stack of this size means recursion, */
  DEEP_LEVELS = 200,           /* if there are this many calls on it */
  DIRTY_BYTES = 4 << 20,       /* beyond the snapshot, kept mapped after a restore */
  PAGE_BYTES = 4096,
};

/* The class of a size, and the size that blocks of the class have. Steps of 16
 * up to 512 bytes, then four classes to each doubling. */
static int size_class(size_t size, size_t *rounded) {
  if (size <= 512) {
    size_t whole = (size + 15) & ~(size_t)15;
    *rounded = whole;
    return (int)(whole / 16) - 1;
  }
  int doublings = 63 - __builtin_clzll(size - 1);
  size_t step = (size_t)1 << (doublings - 2);
  size_t whole = (size + step - 1) & ~(step - 1);
  int quarter = (int)((whole - ((size_t)1 << doublings)) >> (doublings - 2));
  *rounded = whole;
  return 32 + (doublings - 9) * 4 + (quarter - 1);
}

/* The size of the blocks of a class. */
static size_t class_size(int class) {
  if (class < 32) {
    return (size_t)(class + 1) * 16;
  }
  int doublings = 9 + (class - 32) / 4;
  size_t quarters = (size_t)((class - 32) % 4) + 1;
  return ((size_t)1 << doublings) + quarters * ((size_t)1 << (doublings - 2));
}

static size_t to_page(size_t bytes) {
  return (bytes + PAGE_BYTES - 1) & ~(size_t)(PAGE_BYTES - 1);
}

bool obl_arena_create(obl_state *state) {
  size_t bytes = to_page(state->config.heap_bytes);
  if (bytes == 0 || bytes < state->config.heap_bytes) {
    return false;
  }
  char *base = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (base == MAP_FAILED) {
    return false;
  }
  state->base = base;
  state->end = base + bytes;
  state->arena.top = base;
  return true;
}

void obl_arena_destroy(obl_state *state) {
  if (state->base != NULL) {
    munmap(state->base, (size_t)(state->end - state->base));
  }
  free(state->saved);
}

/* Charges a new or grown block. May not return.
 *
 * What is charged must not depend on Lua's hash seed, which differs from state
 * to state: the seed moves the moment at which a small table is rebuilt after
 * deletions, and through the collector's pace the moment at which a short
 * string is made anew. So short strings and small vectors are free (the
 * instruction that makes them has paid), objects cost a fixed number of units,
 * and long strings and large vectors cost their bytes. */
static void charge_block(obl_state *state, bool is_new, size_t tag, size_t size) {
  int64_t units = 0;
  bool is_object = is_new && (tag == LUA_TTABLE || tag == LUA_TFUNCTION || tag == LUA_TUSERDATA);
  bool is_string = is_new && tag == LUA_TSTRING;
  if (is_object) {
    units = OBJECT_UNITS + (int64_t)(size / BYTES_A_UNIT);
  } else if (size >= (is_string ? SMALL_STRING : SMALL_VECTOR)) {
    units = (int64_t)(size / BYTES_A_UNIT);
  }
  obl_budget *budget = &state->budget;
  budget->fuel -= units;
  budget->unchecked_bytes += (int64_t)size;
  if (!state->running) {
    return;
  }
  if (budget->fuel <= 0) {
    obl_stop(state->L, state, OBL_OUT_OF_FUEL, false);
  }
  if (budget->unchecked_bytes >= CLOCK_BYTES) {
    budget->unchecked_bytes = 0;
    if (obl_now() > budget->deadline) {
      obl_stop(state->L, state, OBL_OUT_OF_TIME, false);
    }
  }
}

/* Whether a block that is refused is Lua's value stack growing through endless
 * recursion, of which "not enough memory" says too little. */
static bool is_deep_stack(obl_state *state, bool is_new, size_t tag, size_t size) {
  lua_Debug record;
  bool may_be_stack = is_new && tag == 0 && size >= DEEP_STACK_BYTES;
  return may_be_stack && lua_getstack(state->L, DEEP_LEVELS, &record);
}

/* Lua collects all garbage and tries once more before it raises an error, which
 * the chunk may catch and cause again; so patience ends. */
static void *refuse(obl_state *state, bool is_new, size_t tag, size_t size) {
  lua_Debug record;
  if (!state->running) {
    return NULL;
  }
  state->budget.failed_allocations += 1;
  if (state->budget.failed_allocations > PATIENCE) {
    obl_stop(state->L, state, OBL_OUT_OF_MEMORY, false);
  }
  if (lua_getstack(state->L, 0, &record)) { /* else an error has unwound the stack, which may shrink or not */
    obl_record_frames(state->L, state, false);
    state->error.is_stack_overflow = is_deep_stack(state, is_new, tag, size);
  }
  return NULL;
}

static void release(obl_arena *arena, char *block, size_t size) {
  size_t rounded;
  int class = size_class(size > 0 ? size : 1, &rounded);
  if (block + rounded == arena->top) {
    arena->top = block;
    return;
  }
  obl_free_block *freed = (obl_free_block *)block;
  freed->next = arena->free_lists[class];
  arena->free_lists[class] = freed;
}

/* lua_Alloc. For a new block `old_size` is the tag of what it is for. */
void *obl_allocate(void *data, void *block, size_t old_size, size_t new_size) {
  obl_state *state = data;
  obl_arena *arena = &state->arena;
  if (new_size == 0) {
    if (block != NULL) {
      release(arena, block, old_size);
    }
    return NULL;
  }
  if (new_size > (size_t)(state->end - state->base)) {
    return refuse(state, block == NULL, old_size, new_size);
  }

  size_t rounded;
  int class = size_class(new_size, &rounded);
  size_t old_rounded = 0;
  if (block != NULL) {
    int old_class = size_class(old_size > 0 ? old_size : 1, &old_rounded);
    if (old_class == class) {
      return block;
    }
  }
  bool grows = rounded > old_rounded;
  if (grows) {
    if (new_size > state->config.block_bytes) {
      return refuse(state, block == NULL, old_size, new_size);
    }
    state->allocations += 1;
    if (state->allocations >= state->first_failure && state->allocations < state->last_failure) {
      return refuse(state, block == NULL, old_size, new_size);
    }
    charge_block(state, block == NULL, old_size, rounded);
  }

  /* The last block grows and shrinks in place. */
  if (block != NULL && (char *)block + old_rounded == arena->top && rounded <= (size_t)(state->end - (char *)block)) {
    arena->top = (char *)block + rounded;
    return block;
  }

  char *fresh;
  if (arena->free_lists[class] != NULL) {
    fresh = (char *)arena->free_lists[class];
    arena->free_lists[class] = arena->free_lists[class]->next;
  } else if ((size_t)(state->end - arena->top) >= rounded) {
    fresh = arena->top;
    arena->top += rounded;
  } else if (!grows) {
    return block; /* Lua counts on shrinking to succeed. */
  } else {
    return refuse(state, block == NULL, old_size, new_size);
  }

  if (block == NULL) {
    return fresh;
  }
  memcpy(fresh, block, old_size < new_size ? old_size : new_size);
  release(arena, block, old_size);
  return fresh;
}

void obl_fail_allocations(obl_state *state, int64_t after, int64_t count) {
  state->allocations = 0;
  state->first_failure = after + 1;
  state->last_failure = after + 1 + count;
}

int64_t obl_allocations(const obl_state *state) {
  return state->allocations;
}

/* ---- Snapshots ---------------------------------------------------------- */

typedef struct {
  char *start;
  int class;
} free_place;

static int later_first(const void *left, const void *right) {
  uintptr_t a = (uintptr_t)((const free_place *)left)->start;
  uintptr_t b = (uintptr_t)((const free_place *)right)->start;
  return (a < b) - (a > b);
}

/* Lowers the top below the free blocks that lie at the end of the heap, and
 * orders the others by address, so that what is allocated next lies together.
 * Each restore copies all below the top. */
static void trim(obl_arena *arena) {
  size_t count = 0;
  for (int class = 0; class < OBL_SIZE_CLASSES; class++) {
    for (obl_free_block *block = arena->free_lists[class]; block != NULL; block = block->next) {
      count += 1;
    }
  }
  free_place *places = malloc((count + 1) * sizeof *places);
  if (places == NULL) {
    return; /* as good, but slower */
  }
  size_t at = 0;
  for (int class = 0; class < OBL_SIZE_CLASSES; class++) {
    for (obl_free_block *block = arena->free_lists[class]; block != NULL; block = block->next) {
      places[at] = (free_place){(char *)block, class};
      at += 1;
    }
    arena->free_lists[class] = NULL;
  }
  qsort(places, count, sizeof *places, later_first);
  for (size_t i = 0; i < count; i++) {
    char *start = places[i].start;
    int class = places[i].class;
    if (start + class_size(class) == arena->top) {
      arena->top = start;
      continue;
    }
    obl_free_block *block = (obl_free_block *)start;
    block->next = arena->free_lists[class];
    arena->free_lists[class] = block;
  }
  free(places);
}

static int collect_garbage(lua_State *L) {
  lua_gc(L, LUA_GCCOLLECT);
  return 0;
}

bool obl_snapshot(obl_state *state) {
  if (obl_protect(state, collect_garbage, NULL) != OBL_OK) {
    return false;
  }
  lua_settop(state->L, 0);
  trim(&state->arena);
  size_t bytes = (size_t)(state->arena.top - state->base);
  char *copy = realloc(state->saved, bytes);
  if (copy == NULL) {
    return false;
  }
  memcpy(copy, state->base, bytes);
  state->saved = copy;
  state->saved_bytes = bytes;
  state->saved_arena = state->arena;
  return true;
}

bool obl_restore(obl_state *state) {
  if (state->saved == NULL || state->running) {
    return false;
  }
  /* Give back what a greedy chunk has dirtied, keep what the next will need. */
  size_t kept = to_page(state->saved_bytes + DIRTY_BYTES);
  size_t used = to_page((size_t)(state->arena.top - state->base));
  if (used > kept) {
    madvise(state->base + kept, used - kept, MADV_DONTNEED);
  }
  memcpy(state->base, state->saved, state->saved_bytes);
  state->arena = state->saved_arena;
  state->unusable = false;
  return true;
}
