// Shuts a process in before it reads a document that nobody has looked at, and starts such processes. Linux only.
#ifndef OBSTAT_SANDBOX_H
#define OBSTAT_SANDBOX_H

#include <stdint.h>
#include <sys/types.h>

// Whether this kernel has a protection: 1 or 0.
int obs_has_landlock(void);
int obs_has_seccomp(void);

// Ends this process when the thread that started it ends, hides its memory from others of the same user, and makes it
// the kernel's first choice when the machine runs out of memory. Returns 0 or an error number.
int obs_tie_to_parent(pid_t parent);

// Denies every access to files by path and what else Landlock knows, for this thread and those it starts from now on.
// Without effect where the kernel has no Landlock. Returns 0 or an error number.
int obs_deny_files(void);

// Limits the process's resources for good. Returns 0 or an error number.
int obs_limit_resources(uint64_t address_bytes);

// Leaves all threads only the system calls that computing needs: no files, sockets, programs, processes or threads.
// Without effect where the kernel has no seccomp filters. Returns 0 or an error number.
int obs_deny_calls(void);

// What a shut-in process might attempt: number, name, and the attempt itself, which gives 0 where it succeeded, else
// the error number.
int obs_probe_count(void);
const char *obs_probe_name(int number);
int obs_probe(int number);

// Starts a program whose standard input is `descriptor` (which it may write as well); standard output and error go
// nowhere, no other descriptor and no variable but LD_LIBRARY_PATH is passed on. `arguments` ends with NULL.
// Returns 0 or an error number.
int obs_spawn(const char *path, char *const arguments[], int descriptor, pid_t *pid);

// How a child ended.
typedef struct {
  int signal;            // 0 where it ended by itself
  int status;            // the exit status
  uint64_t memory_bytes; // the most memory that it had resident
} obs_end;

// Waits for a child; kills it where it does not end by itself within `patience` milliseconds.
obs_end obs_reap(pid_t pid, int patience);

// Starts a program found on PATH whose standard output can be read from `*output`; its standard input is empty, and its
// standard error goes nowhere. Of the variables it gets PATH, HOME and XDG_CONFIG_HOME, and is told not to ask anybody.
// `arguments` begins with its name and ends with NULL. Returns 0 or an error number.
int obs_spawn_reading(char *const arguments[], int *output, pid_t *pid);

// Waits for a child, however long it takes.
obs_end obs_wait(pid_t pid);

// Processor time that a running child has used, in nanoseconds; -1 where it cannot be known.
int64_t obs_processor_time(pid_t pid);

// `segmentation fault` and the like, as the C library says it.
const char *obs_signal_name(int signal);

// Writes to address 0. For tests of what happens then.
void obs_crash(void);

#endif
