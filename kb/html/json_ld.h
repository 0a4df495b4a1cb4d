// What a page says of itself for machines (schema.org in JSON-LD).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "kb/markdown/reporter.h"

namespace pomocnik::kb::html {

struct StructuredData {
  // A question of a FAQPage, a step of a HowTo: a name and a text, which may be HTML.
  struct Entry {
    std::string name;
    std::string html;
    bool operator==(const Entry&) const = default;
  };
  std::vector<Entry> questions;
  std::vector<Entry> steps;
  std::vector<std::string> breadcrumb;  // outermost first, the page itself included
  std::optional<Date> modified;
};

// Reads the scripts of a page together. What is no JSON is a warning; other types and unknown properties are nothing to us.
StructuredData ReadJsonLd(const std::vector<std::string>& scripts, Reporter& reporter);

}  // namespace pomocnik::kb::html
