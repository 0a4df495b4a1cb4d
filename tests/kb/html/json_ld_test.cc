#include "tests/kb/html/read_page.h"
