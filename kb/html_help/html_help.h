// HTML Help -> articles and screens. Pure; any files are taken.
#pragma once

#include <vector>

#include "kb/html/rules.h"
#include "kb/imported.h"

namespace pomocnik::kb::html_help {

// The files of a project (.hhp, .hhc, .hhk, headers, pages) or of a compiled help (chm.h), by their paths in it. Every page
// becomes the articles that `rules` make of it; the contents give its breadcrumb, and its title where it has none, the index
// its tags. A key of [ALIAS] becomes a screen, with its number in [MAP], and an F1 screen of the page's first article, which
// then is of the kind f1 unless the page says otherwise; the screen's title is that of the contents or else of the article,
// its module is empty. In a compiled help, which keeps no names, the number is the screen's id. Keys without a page, and
// numbers without a key, are warnings.
Imported Read(const std::vector<SourceDocument>& files, const html::Rules& rules,
              const SourceDefaults& defaults);

}  // namespace pomocnik::kb::html_help
