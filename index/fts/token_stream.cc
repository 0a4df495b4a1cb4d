#include "index/fts/token_stream.h"

#include <sqlite3.h>

#include <algorithm>

#include "index/fts/fts5_api.h"

namespace pomocnik::index {
namespace {

// FTS5 wants an object per table; ours has no state.
int CreateTokenizer(void*, const char**, int, Fts5Tokenizer** out) {
  static char stateless;
  *out = reinterpret_cast<Fts5Tokenizer*>(&stateless);
  return SQLITE_OK;
}

void DeleteTokenizer(Fts5Tokenizer*) {}

// Its parameters are fts5_tokenizer::xTokenize's.
// NOLINTNEXTLINE(readability-function-size)
int Tokenize(Fts5Tokenizer*, void* context, int, const char* text, int size,
             int (*emit)(void*, int, const char*, int, int, int)) {
  int flags = 0;
  for (int begin = 0; begin < size;) {
    int end = begin;
    while (end < size && text[end] != ' ' && text[end] != '|') ++end;
    if (end > begin) {
      int status = emit(context, flags, text + begin, end - begin, begin, end);
      if (status != SQLITE_OK) return status;
    }
    flags = end < size && text[end] == '|' ? FTS5_TOKEN_COLOCATED : 0;
    begin = end + 1;
  }
  return SQLITE_OK;
}

}  // namespace

std::string TermsAt(const Token& token) {
  std::string terms = token.lemma + "|=" + token.surface;
  if (!token.second.empty()) terms += "|" + token.second;
  if (!token.code && !token.stop_word) terms += "|~" + token.root;
  for (const auto& compound : token.compounds) terms += "|" + compound;
  return terms;
}

std::string TokenStream(const std::vector<Token>& tokens) {
  std::string stream;
  for (const Token& token : tokens) {
    if (!stream.empty()) stream += ' ';
    stream += TermsAt(token);
  }
  return stream;
}

Status RegisterTokenizer(sqlite::Database& database) {
  ASSIGN_OR_RETURN(fts5_api * api, Fts5Api(database));
  fts5_tokenizer tokenizer{CreateTokenizer, DeleteTokenizer, Tokenize};
  if (api->xCreateTokenizer(api, "analysed", nullptr, &tokenizer, nullptr) != SQLITE_OK) {
    return sqlite::LastError(database.handle(), "register the tokenizer");
  }
  return {};
}

}  // namespace pomocnik::index
