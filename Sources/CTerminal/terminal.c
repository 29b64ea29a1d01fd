#include "terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>

static int output_error = 0;

static int note_output(int is_written) {
  if (is_written) return 0;
  int error = errno;
  // Being woken by a signal loses nothing for good.
  if (error != EINTR) output_error = error;
  return error;
}

int linli_write_output(const void *bytes, size_t count) {
  return output_error ? output_error : note_output(fwrite(bytes, 1, count, stdout) == count);
}

int linli_flush_output(void) { return output_error ? output_error : note_output(fflush(stdout) == 0); }

static volatile sig_atomic_t stop_signal = 0;

int linli_stopping(void) { return stop_signal; }

int linli_is_ending(void) { return stop_signal != 0 && stop_signal != SIGINT; }

void linli_clear_interrupt(void) {
  if (!linli_is_ending()) stop_signal = 0;
}

static void note_signal(int signal) {
  if (!linli_is_ending()) stop_signal = signal;
}

void linli_catch_signal(int signal) {
  struct sigaction action = {0}, before;
  // What nohup has turned off stays so.
  if (signal == SIGHUP && sigaction(signal, NULL, &before) == 0 && before.sa_handler == SIG_IGN) return;
  action.sa_handler = note_signal;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
  // A parent that keeps signals from its own threads hands that on.
  sigset_t caught;
  sigemptyset(&caught);
  sigaddset(&caught, signal);
  sigprocmask(SIG_UNBLOCK, &caught, NULL);
}

// The signals that end a wait, added to a set or taken from it.
static void change_waking(sigset_t *set, int (*change)(sigset_t *, int)) {
  change(set, SIGINT);
  change(set, SIGTERM);
  change(set, SIGHUP);
  change(set, SIGWINCH);
}

static int wait_to_read(int descriptor, const sigset_t *open) {
  fd_set input;
  FD_ZERO(&input);
  FD_SET(descriptor, &input);
  return pselect(descriptor + 1, &input, NULL, NULL, NULL, open) > 0;
}

int linli_wait_for_input(int descriptor) {
  sigset_t waking, before;
  sigemptyset(&waking);
  change_waking(&waking, sigaddset);
  int is_there = 0;
  // No signal slips through between the look at the flag and the wait.
  sigprocmask(SIG_BLOCK, &waking, &before);
  while (!is_there && !linli_stopping()) is_there = wait_to_read(descriptor, &before);
  sigprocmask(SIG_SETMASK, &before, NULL);
  return is_there;
}

static void note_resize(int signal) { (void)signal; }

void linli_catch_resizes(void) {
  struct sigaction action = {0};
  action.sa_handler = note_resize;
  sigemptyset(&action.sa_mask);
  sigaction(SIGWINCH, &action, NULL);
}

void linli_hold_signals(void) {
  sigset_t waking;
  sigemptyset(&waking);
  change_waking(&waking, sigaddset);
  sigprocmask(SIG_BLOCK, &waking, NULL);
}

int linli_wait_for_keys(void) {
  sigset_t open;
  sigprocmask(SIG_SETMASK, NULL, &open);
  change_waking(&open, sigdelset);
  int is_there = !linli_is_ending() && wait_to_read(STDIN_FILENO, &open);
  sigprocmask(SIG_SETMASK, &open, NULL);
  return is_there;
}
