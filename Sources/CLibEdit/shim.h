// What Swift cannot call: libedit's variadic functions and the C library's locale macros.
#ifndef LINLI_CLIBEDIT_SHIM_H
#define LINLI_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
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

#endif
