// What a start can do for its own speed (docs/decisions/0027-how-the-program-is-linked.md).
#ifndef LINLI_START_H
#define LINLI_START_H

// Asks the system for the memory that every start uses, at once: page by page, on first touch, it costs twice as much.
// Where the system cannot do so, nothing changes.
void linli_prepare_memory(void);

#endif
