#ifndef LINLI_OPTIONS_H
#define LINLI_OPTIONS_H

#include <getopt.h>

// Reads the next of a program's options by the rules of getopt_long, up to the first word that is none. Gives its `val`
// or its letter; -1 when there is none left, '?' for what is no option and for one that takes no value but got one, ':'
// where a value is missing.
//   value    what the option was given
//   faulty   for '?' and ':', the `val` or letter of the option, 0 for none
//   next     where to go on: the first word that was not read; 0 to begin
int linli_next_option(int count, char *const *words, const char *letters, const struct option *options,
                      const char **value, int *faulty, int *next);

#endif
