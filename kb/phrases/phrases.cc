#include "kb/phrases/phrases.h"

#include "kb/yaml/node.h"

namespace pomocnik::kb {

PhraseTable ParsePhrases(std::string_view yaml, std::string_view file, Diagnostics& diagnostics) {
  PhraseTable table{std::string(file), {}};
  auto document = yaml::Parse(yaml, file, diagnostics);
  if (!document) return table;
  if (!document->IsMap()) {
    diagnostics.push_back({Severity::kError, table.file, document->line(),
                           "expected a map of phrases: key: {sl: …, en: …, hr: …}"});
    return table;
  }
  for (const auto& [key, node] : document->Entries()) {
    if (auto text = ReadLocalText(node, key, file, diagnostics)) {
      table.entries.emplace(key, PhraseEntry{*std::move(text), node.line()});
    }
  }
  return table;
}

}  // namespace pomocnik::kb
