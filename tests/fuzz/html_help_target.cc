// Help projects. Input: files, each behind a line "== name".
#include "kb/html/rules.h"
#include "kb/html_help/html_help.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {
namespace {

const kb::html::Rules& Rules() {
  static const kb::html::Rules kRules = [] {
    kb::Diagnostics diagnostics;
    return *kb::html::ParseRules(*kb::html::BuiltInRules("plain"), "plain.yaml", diagnostics);
  }();
  return kRules;
}

}  // namespace

void RunInput(std::string_view input) {
  constexpr std::string_view kMark = "== ";
  std::vector<kb::SourceDocument> files;
  while (!input.empty()) {
    const std::string_view line = TakeLine(input);
    if (line.starts_with(kMark)) {
      files.push_back({.address = Utf8Of(line.substr(kMark.size())),
                       .media_type = {},
                       .charset = {},
                       .bytes = {},
                       .modified = {}});
      std::string& address = files.back().address;
      address.erase(std::remove(address.begin(), address.end(), '\0'), address.end());
    } else if (!files.empty()) {
      files.back().bytes += std::string(line) + "\n";
    }
  }
  const kb::SourceDefaults defaults{
      .source = "fuzz", .address = {}, .module = {}, .lang = {}, .kind = {}};
  kb::Imported imported = kb::html_help::Read(files, Rules(), defaults);
  // Two pages may say that they have one address; whoever joins sources settles that.
  std::set<std::string> addresses;
  auto& articles = imported.articles;
  articles.erase(std::remove_if(articles.begin(), articles.end(),
                                [&](const kb::ImportedArticle& entry) {
                                  return !addresses.insert(entry.address).second;
                                }),
                 articles.end());
  CheckImported(imported);
}

}  // namespace pomocnik::fuzz
