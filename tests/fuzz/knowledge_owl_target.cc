// Answers of KnowledgeOwl's API. Input: one or more of them, with lines of "---" between.
#include "kb/knowledge_owl/export.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {

void RunInput(std::string_view input) {
  const kb::SourceDefaults defaults{
      .source = "fuzz", .address = "https://a.si/", .module = {}, .lang = "sl", .kind = {}};
  kb::knowledge_owl::Export all;
  constexpr std::string_view kBetween = "\n---\n";
  while (!input.empty()) {
    const std::size_t end = std::min(input.find(kBetween), input.size());
    const std::string_view json = input.substr(0, end);
    all.Add({.address = "fuzz.json",
             .media_type = {},
             .charset = {},
             .bytes = std::string(json),
             .modified = {}});
    const auto next = kb::knowledge_owl::NextPage(json);
    Require(!next || *next > 1, "the next page is not the first");
    input.remove_prefix(std::min(end + kBetween.size(), input.size()));
  }
  CheckImported(std::move(all).Read(defaults));
}

}  // namespace pomocnik::fuzz
