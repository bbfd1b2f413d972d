// What code that took over a process would try first. Every attempt is harmless where it succeeds.
#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static int opened(int descriptor) {
  if (descriptor < 0) return errno;
  close(descriptor);
  return 0;
}

static int read_file(void) { return opened(open("/etc/passwd", O_RDONLY)); }
static int write_file(void) { return opened(open("/tmp", O_TMPFILE | O_WRONLY, 0600)); }
static int list_folder(void) { return opened(open("/", O_RDONLY | O_DIRECTORY)); }
static int ask_about_file(void) {
  struct stat status;
  return stat("/etc/passwd", &status) == 0 ? 0 : errno;
}
static int use_network(void) { return opened(socket(AF_INET, SOCK_STREAM, 0)); }
static int use_local_socket(void) { return opened(socket(AF_UNIX, SOCK_STREAM, 0)); }
static int run_program(void) {
  // Only a call that is let through can find that this is a folder (EACCES).
  char *const arguments[] = {"/", NULL};
  execve("/", arguments, arguments + 1);
  return errno == EACCES ? 0 : errno;
}
static int start_process(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  if (child < 0) return errno;
  waitpid(child, NULL, 0);
  return 0;
}
static void *idle(void *argument) { return argument; }
static int start_thread(void) {
  pthread_t thread;
  int failure = pthread_create(&thread, NULL, idle, NULL);
  if (failure == 0) pthread_join(thread, NULL);
  return failure;
}
static int signal_parent(void) { return kill(getppid(), 0) == 0 ? 0 : errno; }
static int read_memory_of_parent(void) {
  // Only a call that is let through can find that nothing lies at address 0 (EFAULT).
  char byte;
  struct iovec own = {&byte, 1}, other = {NULL, 1};
  return process_vm_readv(getppid(), &own, 1, &other, 1, 0) >= 0 || errno == EFAULT ? 0 : errno;
}
static int make_code(void) {
  void *page = mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (page == MAP_FAILED) return errno;
  munmap(page, 4096);
  return 0;
}
static int take_memory(void) {
  size_t size = (size_t)1 << 40;
  void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (pages == MAP_FAILED) return errno;
  munmap(pages, size);
  return 0;
}

static const struct { const char *name; int (*attempt)(void); } probes[] = {
  {"read a file", read_file},
  {"write a file", write_file},
  {"list a folder", list_folder},
  {"ask about a file", ask_about_file},
  {"open a network socket", use_network},
  {"open a local socket", use_local_socket},
  {"run a program", run_program},
  {"start a process", start_process},
  {"start a thread", start_thread},
  {"send a signal to the parent", signal_parent},
  {"read the parent's memory", read_memory_of_parent},
  {"make code", make_code},
  {"take a terabyte of memory", take_memory},
};

int obs_probe_count(void) { return sizeof probes / sizeof *probes; }
const char *obs_probe_name(int number) { return probes[number].name; }
int obs_probe(int number) { return probes[number].attempt(); }

void obs_crash(void) { *(volatile int *)0 = 1; }
