#include "bot/http/page_text.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kPlace = "{}";

std::string_view SloveneForm(std::size_t count) {
  switch (count % 100) {
    case 1:
      return "članek";
    case 2:
      return "članka";
    case 3:
    case 4:
      return "članki";
    default:
      return "člankov";
  }
}

std::string_view CroatianForm(std::size_t count) {
  const std::size_t last = count % 10;
  const bool teen = count % 100 > 10 && count % 100 < 20;
  if (last == 1 && !teen) return "članak";
  return last >= 2 && last <= 4 && !teen ? "članka" : "članaka";
}

std::string_view FormOfArticle(std::size_t count, Language language) {
  switch (language) {
    case Language::kSlovene:
      return SloveneForm(count);
    case Language::kEnglish:
      return count == 1 ? "article" : "articles";
    case Language::kCroatian:
      return CroatianForm(count);
  }
  return SloveneForm(count);
}

}  // namespace

std::string Fill(const Sentence& sentence, Language language,
                 std::initializer_list<std::string_view> values) {
  std::string text(sentence[static_cast<std::size_t>(language)]);
  std::size_t from = 0;
  for (const std::string_view value : values) {
    const std::size_t place = text.find(kPlace, from);
    if (place == std::string::npos) break;
    text.replace(place, kPlace.size(), value);
    from = place + value.size();
  }
  return text;
}

std::string CountArticles(std::size_t count, Language language) {
  return std::to_string(count) + " " + std::string(FormOfArticle(count, language));
}

}  // namespace pomocnik::bot::http
