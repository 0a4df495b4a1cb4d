// A PDF -> an article: tips are often an attachment. Pure but for the library's own tables of fonts.
#pragma once

#include "kb/imported.h"

namespace pomocnik::kb::pdf {

// One article with the title and day of the document's information (otherwise the first heading, or the file's name). Its
// blocks come of the layout: headings by size and weight of the font, lines joined to paragraphs, words that were divided
// whole again, steps, lists, callouts, tables. A PDF without text (pages that were scanned) becomes a stub that leads to
// itself, with a warning. Damaged, encrypted and too large ones are refused with an error. Damaged files may cost the library
// more than they are worth: whoever reads strangers' files does so in a process with limits.
Imported ReadPdf(const SourceDocument& document, const SourceDefaults& defaults);

}  // namespace pomocnik::kb::pdf
