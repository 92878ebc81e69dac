// SQLite as Debian has it.
#ifndef GOVCONVERT_CSQLITE_SHIM_H
#define GOVCONVERT_CSQLITE_SHIM_H

#include <sqlite3.h>

// SQLITE_TRANSIENT is a macro with a cast, which does not import: SQLite makes its own copy of a value.
static inline sqlite3_destructor_type sqlite_transient(void) { return SQLITE_TRANSIENT; }

// A macro that combines two others, which does not import either.
enum { sqlite_ioerr_write = SQLITE_IOERR_WRITE };

#endif
