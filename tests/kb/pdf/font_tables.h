// For the sanitizers: what fontconfig, by which poppler finds fonts, keeps until the program ends is no leak. To be included
// by one source of a program.
#pragma once

extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }
