#include "kb/phrases/local_text.h"

namespace pomocnik::kb {

const std::string& LocalText::In(std::string_view lang) const {
  if (lang == "en") return en;
  if (lang == "hr") return hr;
  return sl;
}

std::optional<LocalText> ReadLocalText(const yaml::Node& node, std::string_view name,
                                       std::string_view file, Diagnostics& diagnostics) {
  auto fail = [&](int line, const std::string& reason) {
    diagnostics.push_back(
        {Severity::kError, std::string(file), line, std::string(name) + ": " + reason});
    return std::nullopt;
  };
  if (!node.IsMap()) return fail(node.line(), "expected a text for each of sl, en and hr");
  LocalText text;
  for (const auto& [lang, value] : node.Entries()) {
    if (lang != "sl" && lang != "en" && lang != "hr") {
      return fail(value.line(), "unknown language " + lang);
    }
    (lang == "sl" ? text.sl : lang == "en" ? text.en : text.hr) = value.Scalar();
  }
  if (text.sl.empty()) return fail(node.line(), "the text in sl is missing");
  if (text.en.empty()) return fail(node.line(), "the text in en is missing");
  if (text.hr.empty()) return fail(node.line(), "the text in hr is missing");
  return text;
}

}  // namespace pomocnik::kb
