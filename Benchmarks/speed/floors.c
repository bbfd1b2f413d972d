/* The least that a checker could cost: reading, one scan for literals, one parse of Markdown.
 *
 *   floors read FILE…
 *   floors scan LITERALS FILE…   one literal a line, looked for in any case with libhs
 *   floors markdown FILE…        md4c with empty callbacks
 *
 * Each file is read into one buffer that is used again, as Obstat does. */
#include <fcntl.h>
#include <hs.h>
#include <md4c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *buffer;
static size_t capacity;

static size_t read_file(const char *path) {
  int file = open(path, O_RDONLY);
  if (file < 0) {
    perror(path);
    exit(1);
  }
  size_t size = 0;
  for (;;) {
    if (capacity - size < 65536) {
      capacity = capacity * 2 + 131072;
      buffer = realloc(buffer, capacity);
    }
    ssize_t count = read(file, buffer + size, capacity - size - 64);
    if (count <= 0) {
      break;
    }
    size += (size_t)count;
  }
  close(file);
  memset(buffer + size, 0, 64);
  return size;
}

static int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
  (void)id, (void)from, (void)to, (void)flags;
  *(size_t *)context += 1;
  return 0;
}

static hs_database_t *compile(const char *path) {
  FILE *list = fopen(path, "r");
  char **literals = NULL;
  size_t *lengths = NULL;
  unsigned *flags = NULL, *ids = NULL;
  unsigned count = 0;
  char line[512];
  while (list != NULL && fgets(line, sizeof line, list) != NULL) {
    size_t length = strcspn(line, "\n");
    if (length < 3) {
      continue;
    }
    literals = realloc(literals, (count + 1) * sizeof *literals);
    lengths = realloc(lengths, (count + 1) * sizeof *lengths);
    flags = realloc(flags, (count + 1) * sizeof *flags);
    ids = realloc(ids, (count + 1) * sizeof *ids);
    literals[count] = strndup(line, length);
    lengths[count] = length;
    flags[count] = HS_FLAG_CASELESS;
    ids[count] = count;
    count += 1;
  }
  hs_database_t *database = NULL;
  hs_compile_error_t *error = NULL;
  if (hs_compile_lit_multi((const char *const *)literals, flags, ids, lengths, count, HS_MODE_BLOCK, NULL, &database, &error) != HS_SUCCESS) {
    fprintf(stderr, "%s\n", error->message);
    exit(1);
  }
  return database;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *context) { (void)type, (void)detail, (void)context; return 0; }
static int on_span(MD_SPANTYPE type, void *detail, void *context) { (void)type, (void)detail, (void)context; return 0; }
static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *context) {
  (void)type, (void)text;
  *(size_t *)context += size;
  return 0;
}

int main(int count, char **arguments) {
  size_t total = 0, seen = 0;
  hs_database_t *database = NULL;
  hs_scratch_t *scratch = NULL;
  int first = 2;
  if (count > 3 && strcmp(arguments[1], "scan") == 0) {
    database = compile(arguments[2]);
    hs_alloc_scratch(database, &scratch);
    first = 3;
  }
  for (int i = first; i < count; i++) {
    size_t size = read_file(arguments[i]);
    total += size;
    if (database != NULL) {
      hs_scan(database, buffer, (unsigned)size, 0, scratch, on_match, &seen);
    } else if (strcmp(arguments[1], "markdown") == 0) {
      MD_PARSER parser = {0, MD_FLAG_TABLES, on_block, on_block, on_span, on_span, on_text, NULL, NULL};
      md_parse(buffer, (MD_SIZE)size, &parser, &seen);
    }
  }
  fprintf(stderr, "%zu bytes, %zu seen\n", total, seen);
  return 0;
}
