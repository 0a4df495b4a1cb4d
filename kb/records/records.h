// Questions and answers as staff write them into a table or a file of JSON lines. Pure; any bytes are taken.
#pragma once

#include "kb/imported.h"

namespace pomocnik::kb::records {

// One article for each record. Fields (in English or Slovene, see kb/README.md): id, title, question, answer, format (of the
// answer: markdown or text), module, kind, lang, screen, tags, updated, valid_from, valid_to, version_from, version_to, url,
// status. An answer and a title or a question are required; without a title the first question is it. A record that is wrong
// is left out with an error that names its line, and never stops the others; one whose status is not "published" is left out,
// and one warning counts all of them. The article's address is that of the document with "#" and the id, or else a slug of the
// title.

// An object a line; empty lines are passed over. Values are texts, numbers or lists of them.
Imported ReadJsonLines(const SourceDocument& document, const SourceDefaults& defaults);

// A line of names at the top; commas, semicolons or tabs between cells; UTF-8, or Windows-1250 when it is no UTF-8. Several
// questions are parted by '|' or line ends, several screens or tags also by ',' and ';'.
Imported ReadCsv(const SourceDocument& document, const SourceDefaults& defaults);

}  // namespace pomocnik::kb::records
