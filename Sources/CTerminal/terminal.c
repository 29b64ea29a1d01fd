#include "terminal.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/select.h>
#include <unistd.h>
#include <wchar.h>

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

int linli_wait_for_input(int descriptor, int only_ends) {
  sigset_t stops, before;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  sigaddset(&stops, SIGHUP);
  int is_there = 0;
  // No signal slips through between the look at the flag and the wait.
  sigprocmask(SIG_BLOCK, &stops, &before);
  while (!is_there && !(only_ends ? linli_is_ending() : linli_stopping())) {
    fd_set input;
    FD_ZERO(&input);
    FD_SET(descriptor, &input);
    is_there = pselect(descriptor + 1, &input, NULL, NULL, NULL, &before) > 0;
  }
  sigprocmask(SIG_SETMASK, &before, NULL);
  return is_there;
}

int linli_read_character(struct editline *editor, wchar_t *character) {
  (void)editor;
  mbstate_t state = {0};
  char byte;
  while (linli_wait_for_input(STDIN_FILENO, 1) && read(STDIN_FILENO, &byte, 1) == 1) {
    size_t length = mbrtowc(character, &byte, 1, &state);
    if (length == (size_t)-2) continue;
    if (length != (size_t)-1) return 1;
    // A byte that is part of no character is dropped.
    state = (mbstate_t){0};
  }
  return 0;
}
