// The JSON of the API as values: what of it counts, whatever shape it comes in. Texts are valid UTF-8 without U+0000.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/imported.h"

namespace pomocnik::kb::knowledge_owl {

struct Version {
  std::string title;
  std::string html;
};
using Versions = std::map<std::string, Version>;  // by language; "" where none is told

struct OwlArticle {
  std::string document;  // address of the answer
  std::string id;
  std::string slug;
  std::string name;
  std::string status;
  std::string visibility;
  std::vector<std::string> reader_roles;
  std::vector<std::string> languages;
  Versions current;
  std::string current_id;  // of its version
  std::string category;
  std::vector<std::string> parents;  // categories, outermost first
  std::vector<std::string> search_phrases;
  std::vector<std::string> screens;
  std::string redirect;
  std::optional<Date> date;  // of publishing, otherwise of the last change
};

struct OwlCategory {
  std::string name;
  std::string parent;
};

struct Answer {
  std::vector<OwlArticle> articles;
  std::map<std::string, Versions> versions;       // by id
  std::map<std::string, OwlCategory> categories;  // by id
  std::optional<int> next_page;
};

// kInvalidArgument: the bytes are no answer of the API, or one that tells of a failure.
Result<Answer> ReadAnswer(const SourceDocument& document);

}  // namespace pomocnik::kb::knowledge_owl
