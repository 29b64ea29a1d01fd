#include "options.h"

#include <stddef.h>

int linli_next_option(int count, char *const *words, const char *letters, const struct option *options,
                      const char **value, int *faulty, int *next) {
  // Its state is global; what is wrong is said by the caller.
  opterr = 0;
  if (*next == 0) optind = 0;
  const int found = getopt_long(count, words, letters, options, NULL);
  *value = optarg;
  *faulty = optopt;
  *next = optind;
  return found;
}
