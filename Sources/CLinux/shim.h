// Three Linux calls that Swift's Glibc module does not show, because it is compiled without _GNU_SOURCE.
#ifndef GOVCONVERT_CLINUX_SHIM_H
#define GOVCONVERT_CLINUX_SHIM_H

#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

// glibc 2.34 and later.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// A file that lives in memory and is closed on exec; -1 when there is none to be had.
static inline int linux_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u);
}

// Sets both limits of one resource; the enum type of the first argument does not import.
static inline int linux_limit(int resource, unsigned long long most) {
  struct rlimit limit = {most, most};
  return setrlimit(resource, &limit);
}

enum { linux_limit_data = RLIMIT_DATA, linux_limit_core = RLIMIT_CORE, linux_limit_file = RLIMIT_FSIZE };

#endif
