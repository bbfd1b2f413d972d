// The system calls that are left to a process that only computes. Facts: seccomp(2), the kernel's seccomp_filter.rst.
#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define ARCHITECTURE 0
#endif

// Reading and writing what is open, memory, time, waiting, ending.
static const int allowed[] = {
  __NR_read, __NR_write, __NR_close, __NR_futex, __NR_munmap, __NR_mremap, __NR_madvise, __NR_brk,
  __NR_clock_gettime, __NR_clock_nanosleep, __NR_nanosleep, __NR_gettimeofday, __NR_getrandom, __NR_sched_yield,
  __NR_sched_getaffinity, __NR_getpid, __NR_gettid, __NR_getppid, __NR_rt_sigaction, __NR_rt_sigprocmask,
  __NR_rt_sigreturn, __NR_sigaltstack, __NR_restart_syscall, __NR_exit, __NR_exit_group,
};
enum { ALLOWED = sizeof allowed / sizeof *allowed, MOST = 5 + 2 * ALLOWED + 3 * 5 };

#define ARGUMENT(n) ((uint32_t)offsetof(struct seccomp_data, args[n])) // The low half: both machines are little-endian.
#define REFUSE (SECCOMP_RET_ERRNO | EPERM)

int obs_has_seccomp(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return ARCHITECTURE != 0 && syscall(__NR_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

typedef struct {
  struct sock_filter steps[MOST];
  unsigned short count;
} filter;

static void step(filter *f, unsigned short code, uint32_t k, unsigned char yes, unsigned char no) {
  f->steps[f->count++] = (struct sock_filter){code, yes, no, k};
}

static void answer(filter *f, uint32_t action) { step(f, BPF_RET | BPF_K, action, 0, 0); }

// One call: `test` on the argument's low half chooses between `yes` and `no`.
static void judge(filter *f, int call, int argument, unsigned short test, uint32_t value, uint32_t yes, uint32_t no) {
  step(f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)call, 0, 4);
  step(f, BPF_LD | BPF_W | BPF_ABS, ARGUMENT(argument), 0, 0);
  step(f, BPF_JMP | test | BPF_K, value, 0, 1);
  answer(f, yes);
  answer(f, no);
}

int obs_deny_calls(void) {
  if (!obs_has_seccomp()) return 0;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  filter f = {.count = 0};
  step(&f, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
  step(&f, BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0);
  answer(&f, SECCOMP_RET_KILL_PROCESS);
  step(&f, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
  for (int i = 0; i < ALLOWED; i++) {
    step(&f, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)allowed[i], 0, 1);
    answer(&f, SECCOMP_RET_ALLOW);
  }
  // Memory yes, but none that can be run: patterns were compiled before.
  judge(&f, __NR_mmap, 2, BPF_JSET, PROT_EXEC, REFUSE, SECCOMP_RET_ALLOW);
  judge(&f, __NR_mprotect, 2, BPF_JSET, PROT_EXEC, REFUSE, SECCOMP_RET_ALLOW);
  // Signals to itself alone, which abort() sends.
  judge(&f, __NR_tgkill, 0, BPF_JEQ, (uint32_t)getpid(), SECCOMP_RET_ALLOW, REFUSE);
  // A failing call is enough; killing would turn a library's harmless question into a crash.
  answer(&f, REFUSE);
  struct sock_fprog program = {f.count, f.steps};
  long result = syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
  return result == 0 ? 0 : result > 0 ? ESRCH : errno;
}
