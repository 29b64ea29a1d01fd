// What a start can do for its own speed.
#ifndef LINLI_START_H
#define LINLI_START_H

// Asks the system for the memory that every start uses, at once: page by page, on first touch, it costs several times as
// much. Where the system cannot do so, nothing changes.
void linli_prepare_memory(void);

#endif
