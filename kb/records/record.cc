#include "kb/records/record.h"

#include <algorithm>
#include <utility>

#include "kb/markdown/slug.h"

namespace pomocnik::kb::records {
namespace {

// The English name first, as Slug writes them.
constexpr std::array<std::pair<std::string_view, Field>, 46> kNames = {{
    {"id", Field::kId},
    {"oznaka", Field::kId},
    {"title", Field::kTitle},
    {"naslov", Field::kTitle},
    {"question", Field::kQuestion},
    {"questions", Field::kQuestion},
    {"vprasanje", Field::kQuestion},
    {"vprasanja", Field::kQuestion},
    {"answer", Field::kAnswer},
    {"odgovor", Field::kAnswer},
    {"text", Field::kAnswer},
    {"besedilo", Field::kAnswer},
    {"format", Field::kFormat},
    {"oblika", Field::kFormat},
    {"module", Field::kModule},
    {"modul", Field::kModule},
    {"kind", Field::kKind},
    {"vrsta", Field::kKind},
    {"lang", Field::kLang},
    {"language", Field::kLang},
    {"jezik", Field::kLang},
    {"screen", Field::kScreen},
    {"screens", Field::kScreen},
    {"f1", Field::kScreen},
    {"context-id", Field::kScreen},
    {"zaslon", Field::kScreen},
    {"zasloni", Field::kScreen},
    {"tags", Field::kTags},
    {"tag", Field::kTags},
    {"kljucne-besede", Field::kTags},
    {"updated", Field::kUpdated},
    {"spremenjeno", Field::kUpdated},
    {"posodobljeno", Field::kUpdated},
    {"valid-from", Field::kValidFrom},
    {"velja-od", Field::kValidFrom},
    {"valid-to", Field::kValidTo},
    {"velja-do", Field::kValidTo},
    {"version-from", Field::kVersionFrom},
    {"od-verzije", Field::kVersionFrom},
    {"version-to", Field::kVersionTo},
    {"do-verzije", Field::kVersionTo},
    {"url", Field::kUrl},
    {"povezava", Field::kUrl},
    {"status", Field::kStatus},
    {"stanje", Field::kStatus},
    {"state", Field::kStatus},
}};

}  // namespace

std::optional<Field> FieldNamed(std::string_view name) {
  const std::string slug = Slug(name);
  const auto* entry = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& known) { return known.first == slug; });
  if (entry == kNames.end()) return std::nullopt;
  return entry->second;
}

std::string FieldName(Field field) {
  const auto* entry = std::find_if(kNames.begin(), kNames.end(),
                                   [&](const auto& known) { return known.second == field; });
  std::string name(entry->first);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

}  // namespace pomocnik::kb::records
