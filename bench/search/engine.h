// What is compared: an index of articles that answers questions with article ids.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/library.h"

namespace pomocnik::bench {

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string name() const = 0;

  // Indexes all articles; the library outlives the engine. Called once. What is measured as its build.
  virtual Status Build(const kb::Library& library) = 0;
  // Makes what was built ready for questions; not measured.
  virtual Status Open() { return {}; }

  // At most ten article ids, best first.
  virtual Result<std::vector<std::string>> Search(const std::string& question) = 0;

  // Suggests what the typed text may become. Only ours can.
  virtual Status Suggest(const std::string& typed) {
    return Error::InvalidArgument(name() + " has no suggestions for " + typed);
  }
};

// The fields that a plain tool is given. Alternative questions, tags, module and screens are its keywords.
struct PlainArticle {
  std::string title;
  std::string keywords;
  std::string body;
};
PlainArticle PlainArticleOf(const kb::Article& article);

// The words of a text as a plain tool's query takes them: runs of letters and digits.
std::vector<std::string> PlainWords(std::string_view text);

// Ours: the whole search with analysis, spelling and ranking. Its file lies in `folder`.
std::unique_ptr<Engine> MakeOwnEngine(std::string folder);

// SQLite's FTS5 with bm25 over an OR of all words.
enum class Fts5Words { kUnicode61, kTrigram, kFiveLetters };
std::unique_ptr<Engine> MakeFts5Engine(Fts5Words words, std::string folder);

// Null when this program was built without Xapian.
std::unique_ptr<Engine> MakeXapianEngine(std::string folder);

}  // namespace pomocnik::bench
