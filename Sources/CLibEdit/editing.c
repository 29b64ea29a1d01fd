#include "editing.h"

#include <dlfcn.h>

#define LINLI_FUNCTIONS(F)                                                                                     \
  F(el_init_fd) F(el_end) F(el_source) F(el_gets) F(el_push) F(el_line) F(el_insertstr) F(el_deletestr)       \
  F(el_cursor) F(el_set) F(el_get) F(history_init) F(history_end) F(history)

// The library's own declarations say what its functions take.
static struct {
#define LINLI_POINTER(name) __typeof__(&name) name;
  LINLI_FUNCTIONS(LINLI_POINTER)
} lib;

const char *linli_libedit_missing(void) {
  static const char file[] = "libedit.so.2";
  void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return file;
#define LINLI_FIND(name)                        \
  {                                             \
    void *found = dlsym(handle, #name);         \
    if (!found) return file;                    \
    memcpy(&lib.name, &found, sizeof found);    \
  }
  LINLI_FUNCTIONS(LINLI_FIND)
  return NULL;
}

EditLine *linli_el_init(const char *name) {
  FILE *nowhere = fopen("/dev/null", "we");
  return nowhere ? lib.el_init_fd(name, stdin, nowhere, nowhere, STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO) : NULL;
}

void linli_el_end(EditLine *el) { lib.el_end(el); }
void linli_el_source(EditLine *el) { lib.el_source(el, NULL); }
const char *linli_el_gets(EditLine *el, int *count) { return lib.el_gets(el, count); }
void linli_el_push(EditLine *el, const char *keys) { lib.el_push(el, keys); }
const LineInfo *linli_el_line(EditLine *el) { return lib.el_line(el); }
void linli_el_insert(EditLine *el, const char *text) { lib.el_insertstr(el, text); }
void linli_el_delete(EditLine *el, int count) { lib.el_deletestr(el, count); }
int linli_el_move(EditLine *el, int count) { return lib.el_cursor(el, count); }

void linli_el_set_reader(EditLine *el, el_rfunc_t reader) { lib.el_set(el, EL_GETCFN, reader); }

bool linli_el_is_vi(EditLine *el) {
  const char *mode = NULL;
  return lib.el_get(el, EL_EDITOR, &mode) == 0 && mode && strcmp(mode, "vi") == 0;
}

void linli_el_set_editor(EditLine *el, const char *mode) { lib.el_set(el, EL_EDITOR, mode); }
void linli_el_set_history(EditLine *el, History *history) { lib.el_set(el, EL_HIST, lib.history, history); }
void linli_el_set_client_data(EditLine *el, void *data) { lib.el_set(el, EL_CLIENTDATA, data); }

void *linli_el_client_data(EditLine *el) {
  void *data = NULL;
  lib.el_get(el, EL_CLIENTDATA, &data);
  return data;
}

void linli_el_add_function(EditLine *el, const char *name, const char *help, linli_key function) {
  lib.el_set(el, EL_ADDFN, name, help, function);
}

void linli_el_bind(EditLine *el, const char *key, const char *function) {
  lib.el_set(el, EL_BIND, key, function, NULL);
}

void linli_el_bind_command(EditLine *el, const char *key, const char *function) {
  lib.el_set(el, EL_BIND, "-a", key, function, NULL);
}

void linli_el_take_terminal(EditLine *el, bool takes) { lib.el_set(el, EL_PREP_TERM, takes); }
void linli_el_clear_signal_keys(EditLine *el) { lib.el_set(el, EL_SETTY, "-d", "-isig", NULL); }

History *linli_history_init(int size) {
  History *history = lib.history_init();
  HistEvent event;
  if (history) lib.history(history, &event, H_SETSIZE, size);
  return history;
}

void linli_history_end(History *history) { lib.history_end(history); }

void linli_history_enter(History *history, const char *line) {
  HistEvent event;
  lib.history(history, &event, H_ENTER, line);
}
