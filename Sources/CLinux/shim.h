// Linux calls that Swift's Glibc module does not show, because it is compiled without _GNU_SOURCE, and a signal
// handler, which may call only what POSIX lists as safe there.
#ifndef GOVCONVERT_CLINUX_SHIM_H
#define GOVCONVERT_CLINUX_SHIM_H

#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc 2.34 and later.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// A file that lives in memory and is closed on exec; -1 when there is none to be had.
static inline int linux_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u);
}

// Keeps freed memory, up to `most` bytes, for the next page: given back and taken again, each page of it costs a fault.
static inline void linux_keep_freed_memory(int most) {
  mallopt(M_MMAP_THRESHOLD, most / 2);
  mallopt(M_TRIM_THRESHOLD, most);
}

// Sets both limits of one resource; the enum type of the first argument does not import.
static inline int linux_limit(int resource, unsigned long long most) {
  struct rlimit limit = {most, most};
  return setrlimit(resource, &limit);
}

// How many files may be open at once, after asking for as many as `wanted`, which the hard limit may not allow.
static inline unsigned long long linux_allow_open_files(unsigned long long wanted) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 0;
  if (limit.rlim_cur >= wanted) return limit.rlim_cur;
  limit.rlim_cur = wanted < limit.rlim_max ? wanted : limit.rlim_max;
  return setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

enum { linux_limit_data = RLIMIT_DATA, linux_limit_core = RLIMIT_CORE, linux_limit_file = RLIMIT_FSIZE };

// Writes /proc/self/statm after a mark to standard error, and dies of the signal as it would have without this.
static inline void linux_tell_memory_and_die(int number) {
  char text[160] = "\nstatm ";
  size_t mark = strlen(text);
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  ssize_t count = read(file, text + mark, sizeof text - mark);
  if (count > 0 && write(STDERR_FILENO, text, mark + (size_t)count) < 0) { /* The signal still says that it died. */ }
  raise(number);
}

// Has every signal of a crash tell the memory in use first.
static inline void linux_tell_memory_on_crash(void) {
  const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = linux_tell_memory_and_die;
  action.sa_flags = (int)(SA_RESETHAND | SA_NODEFER);
  for (size_t at = 0; at < sizeof crashes / sizeof crashes[0]; at++) sigaction(crashes[at], &action, 0);
}

#endif
