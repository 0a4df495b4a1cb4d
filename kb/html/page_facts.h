// What a page says beside its text: where it is, what it is called, where it belongs.
#pragma once

#include <string>
#include <vector>

#include "kb/html/inline_reader.h"
#include "kb/html/json_ld.h"
#include "kb/html/rules.h"
#include "kb/html/tree.h"
#include "kb/imported.h"

namespace pomocnik::kb::html {

struct PageFacts {
  std::string title;
  const Node* title_node = nullptr;  // that it was read from; null: not by the rules
  std::string url;                   // canonical, absolute; empty: nowhere
  std::vector<std::string> aliases;  // absolute, without the url
  Addresses addresses;
  std::vector<std::string> breadcrumb;  // without the page itself
  std::optional<Date> updated;
  std::string lang;
  std::optional<Kind> kind;
  std::vector<ScreenRef> screens;
  std::vector<std::string> tags;
};

// What facts are read from.
struct PageSource {
  const Tree& tree;
  const Marks& marks;  // noise is no part of a title
  const SourceDocument& document;
  const Rules& rules;
  const SourceDefaults& defaults;
};

PageFacts ReadPageFacts(const PageSource& page, const StructuredData& data);

}  // namespace pomocnik::kb::html
