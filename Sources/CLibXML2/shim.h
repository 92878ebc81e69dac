#ifndef GOVCONVERT_CLIBXML2_SHIM_H
#define GOVCONVERT_CLIBXML2_SHIM_H

// Debian's libxml2 headers pull in ICU's, whose types clash with those of full Foundation
// ("'UErrorCode' has different definitions in different modules"). Nothing here needs ICU.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#endif
