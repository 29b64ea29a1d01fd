// What has to be C: a flag that signal handlers set, and standard output as libedit writes to it.
#ifndef LINLI_TERMINAL_H
#define LINLI_TERMINAL_H

#include <stddef.h>

// Writes to standard output, gathered into few writes unless somebody watches, and hands over what was gathered. Both give
// 0, or the number of the first error, which stays: what comes behind something that is missing is not written.
int linli_write_output(const void *bytes, size_t count);
int linli_flush_output(void);

// From now on a signal sets the flag.
void linli_catch_signal(int signal);
// The signal that asks the program to stop what it does, or 0: SIGINT until that is cleared, SIGTERM and SIGHUP for good.
int linli_stopping(void);
// Whether that signal ends the program.
int linli_is_ending(void);
void linli_clear_interrupt(void);

// Waits until something can be read; gives 0 if the program is asked to stop first.
int linli_wait_for_input(int descriptor);

// From now on another size of the window ends a wait for keys.
void linli_catch_resizes(void);
// Keeps signals from here until the wait for keys: none comes between drawing and waiting and is missed.
void linli_hold_signals(void);
// Waits for keys, and lets signals come; gives 0 if one comes first, or if the program is asked to end.
int linli_wait_for_keys(void);

#endif
