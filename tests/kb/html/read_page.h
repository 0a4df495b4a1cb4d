// Pages as tests write them down.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "kb/html/fragment.h"
#include "kb/html/page.h"
#include "kb/html/rules.h"
#include "tests/kb/print_blocks.h"

namespace pomocnik::kb::html {

inline Rules RulesOf(std::string_view yaml) {
  Diagnostics diagnostics;
  auto rules = ParseRules(yaml, "rules.yaml", diagnostics);
  INFO(Print(diagnostics));
  REQUIRE(rules);
  return *rules;
}

inline Rules BuiltIn(std::string_view name) {
  auto yaml = BuiltInRules(name);
  REQUIRE(yaml);
  return RulesOf(*yaml);
}

inline SourceDocument PageOf(std::string address, std::string bytes) {
  return {.address = std::move(address),
          .media_type = "text/html",
          .charset = "",
          .bytes = std::move(bytes),
          .modified = {}};
}

inline SourceDefaults PublishedAt(std::string address) {
  SourceDefaults defaults;
  defaults.source = "vir";
  defaults.address = std::move(address);
  return defaults;
}

// The page at https://a.si/b/c.
inline Imported Read(std::string html, std::string_view rules) {
  return ReadHtmlPage(PageOf("https://a.si/b/c", std::move(html)), RulesOf(rules),
                      PublishedAt("https://a.si/"));
}

// The blocks of a fragment at https://a.si/b/c, printed, and what was wrong with it.
inline std::string Blocks(std::string_view html) {
  Diagnostics diagnostics;
  Reporter reporter("a.html", diagnostics);
  std::string blocks = Print(ReadHtmlFragment(html, "https://a.si/b/c", reporter));
  return blocks + (diagnostics.empty() ? "" : "\n" + Print(diagnostics));
}

inline std::string BytesOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace pomocnik::kb::html
