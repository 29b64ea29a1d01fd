// What Swift cannot call: libedit's variadic functions and the C library's locale macros.
#ifndef LINLI_CLIBEDIT_SHIM_H
#define LINLI_CLIBEDIT_SHIM_H

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

typedef char *(*linli_prompt)(EditLine *);
typedef unsigned char (*linli_key)(EditLine *, int);

static inline EditLine *linli_el_init(const char *name) { return el_init(name, stdin, stdout, stderr); }
static inline void linli_el_set_editor(EditLine *el, const char *mode) { el_set(el, EL_EDITOR, mode); }
static inline void linli_el_set_prompt(EditLine *el, linli_prompt prompt) { el_set(el, EL_PROMPT_ESC, prompt, '\1'); }
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
static inline void linli_el_set_reader(EditLine *el, int (*read_character)(EditLine *, wchar_t *)) {
  el_set(el, EL_GETCFN, read_character);
}
// libedit shows its prompt first and takes the terminal over later; a key typed in between would not be a key.
static inline void linli_el_take_terminal(EditLine *el) { el_set(el, EL_PREP_TERM, 1); }
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
