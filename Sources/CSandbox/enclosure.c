// Landlock, resource limits and process attributes. Facts: landlock(7), prctl(2), getrlimit(2).
#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// Stated here because the distribution's headers know only the first version of Landlock.
#ifndef __NR_landlock_create_ruleset
#define __NR_landlock_create_ruleset 444
#define __NR_landlock_restrict_self 446
#endif

struct ruleset {
  uint64_t files, network, scoped;
};

static int landlock_version(void) {
  long version = syscall(__NR_landlock_create_ruleset, NULL, 0, 1u);
  return version > 0 ? (int)version : 0;
}

int obs_has_landlock(void) { return landlock_version() > 0; }

int obs_tie_to_parent(pid_t parent) {
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  // The parent may have ended before.
  if (getppid() != parent) raise(SIGKILL);
  int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file >= 0) {
    // Where this is refused, the kernel chooses by size.
    ssize_t ignored = write(file, "800", 3);
    (void)ignored;
    close(file);
  }
  return prctl(PR_SET_DUMPABLE, 0) != 0 ? errno : 0;
}

int obs_deny_files(void) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  int version = landlock_version();
  if (version == 0) return 0;
  // Each version knows more accesses, and refuses to hear of those it does not know.
  struct ruleset rules = {.files = (1u << 13) - 1};
  if (version >= 2) rules.files |= 1u << 13;
  if (version >= 3) rules.files |= 1u << 14;
  if (version >= 4) rules.network = 3;
  if (version >= 5) rules.files |= 1u << 15;
  if (version >= 6) rules.scoped = 3;
  size_t size = version >= 6 ? sizeof rules : version >= 4 ? 2 * sizeof(uint64_t) : sizeof(uint64_t);
  int descriptor = (int)syscall(__NR_landlock_create_ruleset, &rules, size, 0u);
  if (descriptor < 0) return errno;
  // A rule set without rules allows nothing of what it handles.
  int failure = syscall(__NR_landlock_restrict_self, descriptor, 0u) == 0 ? 0 : errno;
  close(descriptor);
  return failure;
}

int obs_limit_resources(uint64_t address_bytes) {
  const struct { int resource; rlim_t most; } limits[] = {
    {RLIMIT_AS, address_bytes}, {RLIMIT_NOFILE, 0}, {RLIMIT_NPROC, 0}, {RLIMIT_FSIZE, 0},
    {RLIMIT_CORE, 0},           {RLIMIT_MEMLOCK, 0}, {RLIMIT_MSGQUEUE, 0},
  };
  for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
    struct rlimit old;
    if (getrlimit(limits[i].resource, &old) != 0) return errno;
    // An administrator's tighter limit stays.
    rlim_t most = limits[i].most < old.rlim_max ? limits[i].most : old.rlim_max;
    struct rlimit limit = {most, most};
    if (setrlimit(limits[i].resource, &limit) != 0) return errno;
  }
  return 0;
}
