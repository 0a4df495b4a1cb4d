// A page of HTML -> articles, by the rules of its host. Pure; any bytes are taken and end in time and memory in proportion
// to them (limits.h).
#pragma once

#include "kb/html/rules.h"
#include "kb/imported.h"

namespace pomocnik::kb::html {

// Usually one article; several when the rules divide the page into items. A page that is refused gives none, and an error;
// one without content gives none, and a warning. `article.url` is the page's canonical address, other addresses of it are
// aliases. Bytes in another character set than they claim are repaired, with a warning.
Imported ReadHtmlPage(const SourceDocument& document, const Rules& rules,
                      const SourceDefaults& defaults);

}  // namespace pomocnik::kb::html
