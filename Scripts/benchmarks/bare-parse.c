// How long a bare htmlReadMemory of a page takes: the yardstick of Scripts/bench.
//   bare-parse PAGE...     prints, for each page, the milliseconds of its best and median run of 20
#define _POSIX_C_SOURCE 200809L
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { runs = 20 };

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int ascending(const void *left, const void *right) {
  double difference = *(const double *)left - *(const double *)right;
  return (difference > 0) - (difference < 0);
}

static char *contents(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size);
  if (bytes && fread(bytes, 1, *size, file) != *size) *size = 0;
  fclose(file);
  return bytes;
}

int main(int count, char **paths) {
  for (int index = 1; index < count; index++) {
    size_t size = 0;
    char *bytes = contents(paths[index], &size);
    if (!bytes) return 1;
    double times[runs];
    for (int run = 0; run < runs; run++) {
      double begun = milliseconds();
      int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | (1 << 19);
      xmlFreeDoc(htmlReadMemory(bytes, (int)size, NULL, "UTF-8", options));
      times[run] = milliseconds() - begun;
    }
    qsort(times, runs, sizeof times[0], ascending);
    printf("%s %.3f %.3f\n", paths[index], times[0], (times[runs / 2 - 1] + times[runs / 2]) / 2);
    free(bytes);
  }
}
