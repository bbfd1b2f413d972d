/* LLVM's libFuzzer, where the program was linked with it (`-sanitize=fuzzer`); see `make fuzz-guided`. */
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef int (*fuzz_one)(const uint8_t *data, size_t size);

/* Whether libFuzzer is linked in. */
int fuzz_is_guided(void);

/* Runs libFuzzer with its own command line: `arguments[0]` is the program. Ends the process when it finds something. */
int fuzz_guided(int count, char **arguments, fuzz_one one);
