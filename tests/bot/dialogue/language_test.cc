#include "bot/dialogue/language.h"

#include <doctest/doctest.h>

namespace pomocnik::bot {
namespace {

TEST_CASE("the language is told from function words") {
  struct Row {
    std::string_view text;
    std::string_view lang;
  };
  const Row rows[] = {
      {"Kako storniram račun?", "sl"},
      {"kje vidim odprte postavke", "sl"},
      {"a se da to popravit", "sl"},
      {"ČE ŽELIM KNJIŽITI", "sl"},
      {"How do I cancel an invoice?", "en"},
      {"what is my balance", "en"},
      {"hello", "en"},
      {"WHERE CAN I SEE THE LEDGER", "en"},
      {"Gdje mogu vidjeti otvorene stavke?", "hr"},
      {"Zašto ne mogu proknjižiti račun?", "hr"},
      {"ŠTO MOGU UČINITI", "hr"},
      {"kuća", "hr"},
      {"Good morning", "en"},
      {"I want to talk to someone", "en"},
      {"Koliko košta ako traje dulje?", "hr"},
      {"račun", "sl"},
      {"REK-1", "sl"},
      {"", "sl"},
      {"😀", "sl"},
  };
  for (const Row& row : rows) CHECK_MESSAGE(DetectLanguage(row.text) == row.lang, row.text);
}

TEST_CASE("a message that does not tell its language keeps to that of the conversation") {
  CHECK(DetectLanguage("ok", "en") == "en");
  CHECK(DetectLanguage("REK-1", "hr") == "hr");
  CHECK(DetectLanguage("kje vidim odprte postavke", "en") == "sl");
  CHECK(DetectLanguage("where is it", "hr") == "en");
}

}  // namespace
}  // namespace pomocnik::bot
