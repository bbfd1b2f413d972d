#include "guided_fuzzer.h"

/* https://llvm.org/docs/LibFuzzer.html#using-libfuzzer-as-a-library */
__attribute__((weak)) int LLVMFuzzerRunDriver(int *count, char ***arguments, fuzz_one one);

int fuzz_is_guided(void) { return LLVMFuzzerRunDriver != 0; }

int fuzz_guided(int count, char **arguments, fuzz_one one) {
  return LLVMFuzzerRunDriver == 0 ? 2 : LLVMFuzzerRunDriver(&count, &arguments, one);
}
