#include "index/morphology/pairs.h"

#include <charconv>
#include <string>

#include "base/utf8.h"

namespace pomocnik::index {
namespace {

// Takes the text in front of the next tab, or all of it.
std::string_view TakeField(std::string_view& rest) {
  const std::string_view field = rest.substr(0, rest.find('\t'));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

Status ParseLine(std::string_view line, std::vector<FormLemma>& pairs) {
  FormLemma pair;
  pair.form = TakeField(line);
  pair.lemma = TakeField(line);
  if (pair.form.empty() || pair.lemma.empty()) {
    return Error::InvalidArgument("expected form, tab, dictionary form");
  }
  if (!line.empty()) {
    const auto [end, failure] =
        std::from_chars(line.data(), line.data() + line.size(), pair.weight);
    if (failure != std::errc() || end != line.data() + line.size() || !(pair.weight > 0)) {
      return Error::InvalidArgument("the weight must be a number above 0");
    }
  }
  pairs.push_back(std::move(pair));
  return {};
}

}  // namespace

Result<std::vector<FormLemma>> ParsePairs(std::string_view text) {
  if (!IsValidUtf8(text)) return Error::InvalidArgument("not valid UTF-8");
  std::vector<FormLemma> pairs;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (auto parsed = ParseLine(line, pairs); !parsed) {
      return Error::InvalidArgument("line " + std::to_string(number) + ": " +
                                    parsed.error().message);
    }
  }
  return pairs;
}

}  // namespace pomocnik::index
