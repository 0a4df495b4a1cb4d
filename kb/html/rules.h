// How the pages of a host are laid out, as data: kb/html/README.md tells what each key means.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/diagnostic.h"
#include "kb/html/marks.h"
#include "kb/html/selector.h"

namespace pomocnik::kb::html {

struct Rules {
  using Selectors = std::vector<Selector>;

  // Elements that are something special, in the order of precedence.
  struct Marking {
    Selector select;
    Mark mark;
  };
  // Pages that are several articles.
  struct Items {
    Selector select;  // a head of each item; with `title`: the element around the whole item
    std::optional<Selector> title;  // within the item
    std::optional<Selector> date;   // within the item; without `title`: within its head
    // The innermost part of the breadcrumb: a head over several items; with `title`: within the item.
    std::optional<Selector> group;
  };
  struct KindRule {
    std::optional<Selector> when;  // absent: every page
    Kind kind = Kind::kTip;
  };

  Selectors content;  // all that the first of them chooses which chooses anything; none: <body>
  Selectors title;    // the first that has a text; then <h1>, then <title>
  std::vector<Marking> markings;
  std::vector<std::string> text_noise;  // whole paragraphs and headings, and ends of titles
  std::optional<Selector> breadcrumb;
  std::vector<std::string> skip_breadcrumb;
  Selectors date;
  std::optional<Selector> screens;
  std::optional<Selector> tags;
  std::optional<Selector> aliases;
  std::optional<Selector> lang;
  std::optional<Selector> stub;
  std::optional<Items> items;
  std::vector<KindRule> kinds;
};

// Absent when anything is wrong, which is an error with the file's line; all errors are told at once.
std::optional<Rules> ParseRules(std::string_view yaml, std::string_view file,
                                Diagnostics& diagnostics);

// The text of kb/html/rules/NAME.yaml, which is part of the program; absent when there is no such file.
std::optional<std::string_view> BuiltInRules(std::string_view name);

// The names of all of them.
std::vector<std::string_view> BuiltInRulesNames();

}  // namespace pomocnik::kb::html
