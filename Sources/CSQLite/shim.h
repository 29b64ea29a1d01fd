// What Swift cannot call: SQLite's variadic function for its settings.
#ifndef LINLI_CSQLITE_SHIM_H
#define LINLI_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLite no longer counts the memory that it takes, which it locks and asks the C library about at each piece. Has no
// effect once a database was opened.
static inline void linli_sqlite_omit_statistics(void) { sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

#endif
