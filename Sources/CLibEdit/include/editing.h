// libedit as Swift can call it: without variadic functions, and opened when a line is first edited, so that only the
// prompt pays for it (docs/decisions/0025-only-the-prompt-loads-libedit.md).
#ifndef LINLI_EDITING_H
#define LINLI_EDITING_H

#include <histedit.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

typedef unsigned char (*linli_key)(EditLine *, int);

// Opens the library. Gives nothing, or the name of what is missing.
const char *linli_libedit_missing(void);

// What libedit would draw goes nowhere: it edits, and Linli draws.
EditLine *linli_el_init(const char *name);
void linli_el_end(EditLine *el);
void linli_el_source(EditLine *el);
const char *linli_el_gets(EditLine *el, int *count);
void linli_el_push(EditLine *el, const char *keys);
const LineInfo *linli_el_line(EditLine *el);
void linli_el_insert(EditLine *el, const char *text);
void linli_el_delete(EditLine *el, int count);
int linli_el_move(EditLine *el, int count);

void linli_el_set_reader(EditLine *el, el_rfunc_t reader);
bool linli_el_is_vi(EditLine *el);
void linli_el_set_editor(EditLine *el, const char *mode);
void linli_el_set_history(EditLine *el, History *history);
void linli_el_set_client_data(EditLine *el, void *data);
void *linli_el_client_data(EditLine *el);
void linli_el_add_function(EditLine *el, const char *name, const char *help, linli_key function);
void linli_el_bind(EditLine *el, const char *key, const char *function);
// The same in vi's command mode.
void linli_el_bind_command(EditLine *el, const char *key, const char *function);
// libedit takes the terminal over when it reads; a key typed after the prompt was drawn and before would be no key.
void linli_el_take_terminal(EditLine *el, bool takes);
// While a line is edited Ctrl-C is a key like any other.
void linli_el_clear_signal_keys(EditLine *el);

History *linli_history_init(int size);
void linli_history_end(History *history);
void linli_history_enter(History *history, const char *line);

#endif
