// What Swift cannot call: libedit's variadic functions, and the C library's streams and locale macros.
#ifndef LINLI_CLIBEDIT_SHIM_H
#define LINLI_CLIBEDIT_SHIM_H

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <unistd.h>

typedef unsigned char (*linli_key)(EditLine *, int);

// What libedit would draw goes nowhere: it edits, and Linli draws.
static inline EditLine *linli_el_init(const char *name) {
  FILE *nowhere = fopen("/dev/null", "we");
  return nowhere ? el_init_fd(name, stdin, nowhere, nowhere, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO) : NULL;
}
static inline void linli_el_set_reader(EditLine *el, el_rfunc_t reader) { el_set(el, EL_GETCFN, reader); }
static inline bool linli_el_is_vi(EditLine *el) {
  const char *mode = NULL;
  return el_get(el, EL_EDITOR, &mode) == 0 && mode && strcmp(mode, "vi") == 0;
}
static inline void linli_el_set_editor(EditLine *el, const char *mode) { el_set(el, EL_EDITOR, mode); }
static inline void linli_el_set_history(EditLine *el, History *history_) { el_set(el, EL_HIST, history, history_); }
static inline void linli_el_set_client_data(EditLine *el, void *data) { el_set(el, EL_CLIENTDATA, data); }
static inline void *linli_el_client_data(EditLine *el) {
  void *data = NULL;
  el_get(el, EL_CLIENTDATA, &data);
  return data;
}
static inline void linli_el_add_function(EditLine *el, const char *name, const char *help, linli_key function) {
  el_set(el, EL_ADDFN, name, help, function);
}
static inline void linli_el_bind(EditLine *el, const char *key, const char *function) {
  el_set(el, EL_BIND, key, function, NULL);
}
// The same in vi's command mode.
static inline void linli_el_bind_command(EditLine *el, const char *key, const char *function) {
  el_set(el, EL_BIND, "-a", key, function, NULL);
}
// libedit takes the terminal over when it reads; a key typed after the prompt was drawn and before would be no key.
static inline void linli_el_take_terminal(EditLine *el, bool takes) { el_set(el, EL_PREP_TERM, takes); }
// While a line is edited Ctrl-C is a key like any other.
static inline void linli_el_clear_signal_keys(EditLine *el) { el_set(el, EL_SETTY, "-d", "-isig", NULL); }
static inline void linli_history_set_size(History *history_, int size) {
  HistEvent event;
  history(history_, &event, H_SETSIZE, size);
}
static inline void linli_history_enter(History *history_, const char *line) {
  HistEvent event;
  history(history_, &event, H_ENTER, line);
}

// Every Swift file that uses a variable of this header has its own: the next one belongs to Terminal.swift, the flag of
// signals and all that looks at it to Interrupt.swift.

// Standard output, as libedit writes to it: gathered into few writes unless somebody watches. Both give 0, or the number
// of the first error, which stays: what comes behind something that is missing is not written.
static int linli_output_error = 0;
static inline int linli_note_output(int is_written) {
  if (is_written) return 0;
  int error = errno;
  // Being woken by a signal loses nothing for good.
  if (error != EINTR) linli_output_error = error;
  return error;
}
static inline int linli_write_output(const void *bytes, size_t count) {
  return linli_output_error ? linli_output_error : linli_note_output(fwrite(bytes, 1, count, stdout) == count);
}
static inline int linli_flush_output(void) {
  return linli_output_error ? linli_output_error : linli_note_output(fflush(stdout) == 0);
}

// The signal that asks the program to stop what it does: SIGINT until that is cleared, SIGTERM and SIGHUP for good.
static volatile sig_atomic_t linli_stop_signal = 0;
static inline int linli_stopping(void) { return linli_stop_signal; }
static inline int linli_is_ending(void) { return linli_stop_signal != 0 && linli_stop_signal != SIGINT; }
static inline void linli_note_signal(int signal_) {
  if (!linli_is_ending()) linli_stop_signal = signal_;
}
static inline void linli_clear_interrupt(void) {
  if (!linli_is_ending()) linli_stop_signal = 0;
}
static inline void linli_catch_signal(int signal_) {
  struct sigaction action = {0}, before;
  // What nohup has turned off stays so.
  if (signal_ == SIGHUP && sigaction(signal_, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  action.sa_handler = linli_note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(signal_, &action, NULL);
  // A parent that keeps signals from its own threads hands that on.
  sigset_t caught;
  sigemptyset(&caught);
  sigaddset(&caught, signal_);
  sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

// Waits until something can be read; gives 0 if the program is asked to stop first. No signal slips through between the
// look at the flag and the wait.
static inline int linli_wait_for_input(int descriptor, int (*is_asked)(void)) {
  sigset_t stops, before;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGHUP);
  int is_there = 0;
  sigprocmask(SIG_BLOCK, &stops, &before);
  while (!is_there && !is_asked()) {
    fd_set input;
    FD_ZERO(&input);
    FD_SET(descriptor, &input);
    is_there = pselect(descriptor + 1, &input, NULL, NULL, NULL, &before) > 0;
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return is_there;
}

// Another size of the window ends a wait for keys.
static inline void linli_note_resize(int signal_) { (void)signal_; }
static inline void linli_catch_resizes(void) {
  struct sigaction action = {0};
  action.sa_handler = linli_note_resize;
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
}
// Signals wait from here until the wait for keys: none comes between drawing and waiting and is missed.
static inline void linli_hold_signals(void) {
  sigset_t held;
  sigemptyset(&held);
  sigaddset(&held, SIGWINCH);
  sigaddset(&held, SIGINT);
  sigaddset(&held, SIGTERM);
  sigaddset(&held, SIGHUP);
  sigprocmask(SIG_BLOCK, &held, NULL);
}
// Waits until standard input has something to read; false if a signal came first, or before (`is_asked`).
static inline bool linli_wait_for_keys(bool is_asked) {
  sigset_t open;
  sigprocmask(SIG_SETMASK, NULL, &open);
  sigdelset(&open, SIGWINCH);
  sigdelset(&open, SIGINT);
  sigdelset(&open, SIGTERM);
  sigdelset(&open, SIGHUP);
  fd_set input;
  FD_ZERO(&input);
  FD_SET(STDIN_FILENO, &input);
  bool is_ready = !is_asked && pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL, &open) >= 0;
  sigprocmask(SIG_SETMASK, &open, NULL);
  return is_ready;
}

#endif
