// Starting and ending child processes.
#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int obs_spawn(const char *path, char *const arguments[], int descriptor, pid_t *pid) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure != 0) return failure;
  failure = posix_spawnattr_init(&attributes);
  if (failure != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return failure;
  }
  char *library_path = getenv("LD_LIBRARY_PATH");
  char *variable = NULL;
  if (library_path != NULL && asprintf(&variable, "LD_LIBRARY_PATH=%s", library_path) < 0) variable = NULL;
  char *environment[] = {variable, NULL};
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if ((failure = posix_spawn_file_actions_adddup2(&actions, descriptor, 0)) == 0 &&
      (failure = posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)) == 0 &&
      (failure = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)) == 0 &&
      (failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3)) == 0 &&
      (failure = posix_spawnattr_setsigmask(&attributes, &none)) == 0 &&
      (failure = posix_spawnattr_setsigdefault(&attributes, &all)) == 0 &&
      (failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)) == 0) {
    failure = posix_spawn(pid, path, &actions, &attributes, arguments, environment);
  }
  free(variable);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failure;
}

static char *variable(const char *name) {
  const char *value = getenv(name);
  char *text = NULL;
  return value != NULL && asprintf(&text, "%s=%s", name, value) >= 0 ? text : NULL;
}

int obs_spawn_reading(char *const arguments[], int *output, pid_t *pid) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  posix_spawn_file_actions_t actions;
  int failure = posix_spawn_file_actions_init(&actions);
  if (failure != 0) goto close;
  posix_spawnattr_t attributes;
  if ((failure = posix_spawnattr_init(&attributes)) != 0) goto destroy;
  char *environment[] = {"LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", NULL, NULL, NULL, NULL};
  const char *const passed[] = {"PATH", "HOME", "XDG_CONFIG_HOME"};
  char *copies[3] = {NULL, NULL, NULL};
  for (int i = 0, next = 3; i < 3; i++) {
    copies[i] = variable(passed[i]);
    if (copies[i] != NULL) environment[next++] = copies[i];
  }
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if ((failure = posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)) == 0 &&
      (failure = posix_spawn_file_actions_adddup2(&actions, ends[1], 1)) == 0 &&
      (failure = posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)) == 0 &&
      (failure = posix_spawn_file_actions_addclosefrom_np(&actions, 3)) == 0 &&
      (failure = posix_spawnattr_setsigmask(&attributes, &none)) == 0 &&
      (failure = posix_spawnattr_setsigdefault(&attributes, &all)) == 0 &&
      (failure = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)) == 0) {
    failure = posix_spawnp(pid, arguments[0], &actions, &attributes, arguments, environment);
  }
  for (int i = 0; i < 3; i++) free(copies[i]);
  posix_spawnattr_destroy(&attributes);
destroy:
  posix_spawn_file_actions_destroy(&actions);
close:
  close(ends[1]);
  if (failure != 0) {
    close(ends[0]);
  } else {
    *output = ends[0];
  }
  return failure;
}

obs_end obs_wait(pid_t pid) {
  int status = 0;
  struct rusage usage = {0};
  pid_t ended;
  do ended = wait4(pid, &status, 0, &usage);
  while (ended < 0 && errno == EINTR);
  obs_end end = {0, 0, (uint64_t)usage.ru_maxrss * 1024};
  if (ended == pid && WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (ended == pid && WIFEXITED(status)) end.status = WEXITSTATUS(status);
  if (ended != pid) end.status = -1;
  return end;
}

obs_end obs_reap(pid_t pid, int patience) {
  int status = 0;
  struct rusage usage = {0};
  pid_t ended = 0;
  for (int waited = 0; waited < patience; waited++) {
    ended = wait4(pid, &status, WNOHANG, &usage);
    if (ended != 0 && !(ended < 0 && errno == EINTR)) break;
    nanosleep(&(struct timespec){0, 1000000}, NULL);
  }
  if (ended == 0) {
    kill(pid, SIGKILL);
    do ended = wait4(pid, &status, 0, &usage);
    while (ended < 0 && errno == EINTR);
  }
  obs_end end = {0, 0, (uint64_t)usage.ru_maxrss * 1024};
  if (ended == pid && WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  if (ended == pid && WIFEXITED(status)) end.status = WEXITSTATUS(status);
  return end;
}

int64_t obs_processor_time(pid_t pid) {
  clockid_t clock;
  struct timespec time;
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) != 0) return -1;
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

const char *obs_signal_name(int signal) {
  const char *name = sigdescr_np(signal);
  return name != NULL ? name : "unknown";
}
