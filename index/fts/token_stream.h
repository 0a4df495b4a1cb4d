// How analysed text reaches FTS5.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "index/sqlite/database.h"
#include "index/text/analyzer.h"

namespace pomocnik::index {

// The index terms of one position, separated by '|': "racun|=racunih|~racun".
std::string TermsAt(const Token& token);

// The index terms of a text in the form our FTS5 tokenizer reads: positions separated by spaces:
// "racun|=racunih|~racun nov|=nov|~nov". Analysis happens once, outside FTS5; the same
// trivial tokenizer then serves texts and queries.
std::string TokenStream(const std::vector<Token>& tokens);

// Registers the tokenizer "analysed" on a connection. Terms behind the first of a position become colocated
// tokens: phrases and distances see one position.
Status RegisterTokenizer(sqlite::Database& database);

}  // namespace pomocnik::index
