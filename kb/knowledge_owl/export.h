// What the API of KnowledgeOwl answers -> articles. Pure; any bytes are taken.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "kb/imported.h"

namespace pomocnik::kb::knowledge_owl {

// Well above what a knowledge base has.
inline constexpr std::size_t kMaxPageBytes = 32 * 1024 * 1024;
inline constexpr std::size_t kMaxObjects = 50'000;  // articles, versions and categories together

// The number of the page to ask for next (`_page`), as `page_stats` of an answer tells; absent behind the last one, and for
// what is no answer.
std::optional<int> NextPage(std::string_view json);

// The answers that belong together: pages of article.json, of articleversion.json (the text, where the article's own page does
// not hold it; only the version counts that is the article's current one) and of category.json (the breadcrumb). In any order.
class Export {
 public:
  Export();
  ~Export();
  Export(Export&&) noexcept;
  Export& operator=(Export&&) = delete;

  void Add(const SourceDocument& document);

  // An article for each language that an article has a text in. Its address is that of the site (`defaults.address`) with
  // "help/" and the slug; without a site that of the document with '#' and the slug. Search phrases become questions,
  // application screens F1 screens. Only what is published and public for everybody comes in; one warning names the rest. A
  // redirect becomes an alias of the article that it leads to, or a stub when that is none of these. A text that is refused
  // (kb/html/limits.h) is an error, one that is empty a warning.
  Imported Read(const SourceDefaults& defaults) &&;

 private:
  struct Content;
  std::unique_ptr<Content> content_;
};

}  // namespace pomocnik::kb::knowledge_owl
