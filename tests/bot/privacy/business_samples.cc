#include "tests/bot/privacy/business_samples.h"

#include <array>
#include <string_view>

namespace pomocnik::testing {
namespace {

// '#' is any digit, '1' to '9' itself; "{year}", "{month}" and "{day}" are filled in.
struct Pattern {
  std::string_view what;
  std::string_view number;
};

constexpr std::array<Pattern, 58> kPatterns = {{
    {"invoice", "račun št. ########"},
    {"invoice", "račun {year}-######"},
    {"invoice", "račun {year}/#####"},
    {"invoice", "faktura {year}######"},
    {"invoice", "račun PP1-BL2-####"},
    {"invoice", "invoice no. #########"},
    {"invoice", "prejeti račun 0#########"},
    {"invoice", "račun broj ###-1-1"},
    {"invoice", "dobavnica 1#######"},
    {"invoice", "računa ######## in ########"},
    {"invoice", "avansni račun 0####-{year}"},
    {"invoice", "faktura 000000000#####"},
    {"account", "konto ####"},
    {"account", "konto ######"},
    {"account", "konta #### in ####"},
    {"account", "konto ###0-###"},
    {"account", "konta 1200, 2200, 4###, 7###"},
    {"account", "stroškovno mesto ####"},
    {"account", "protikonto 76#### 00 ##"},
    {"order", "naročilo 45########"},
    {"order", "naročilo št. ###-######"},
    {"order", "naročilo NAR-{year}-#####"},
    {"order", "order number 4#######"},
    {"order", "narudžba {year}-####"},
    {"order", "naročilo 041######"},
    {"order", "delovni nalog 26-###-000###"},
    {"order", "nalog 0#/########"},
    {"article", "artikel 383##########"},
    {"article", "EAN 400##########"},
    {"article", "šifra artikla ######"},
    {"article", "artikel ART-#####-##"},
    {"article", "artikel 100.###.###"},
    {"article", "item ####-####"},
    {"article", "inventarna številka ########"},
    {"article", "serijska številka SN############"},
    {"version", "verzija {year}.0#.00#"},
    {"version", "verzija 6.#5.0##"},
    {"version", "različica {year}.###.###"},
    {"version", "version 12.#.####.#####"},
    {"version", "build ######"},
    {"date", "dne {day}.{month}.{year}"},
    {"date", "od {day}. {month}. {year} do {day}. {month}. {year}"},
    {"date", "{year}-{month}-{day} 1#:##"},
    {"date", "datum {day}{month}{year}"},
    {"date", "obdobje {month}/{year}"},
    {"amount", "znesek 1.###,## EUR"},
    {"amount", "znesek ##.###.###,## EUR"},
    {"amount", "###### EUR"},
    {"amount", "1 ### ### EUR"},
    {"amount", "### kos po ##,## in ### kos po ##,##"},
    {"ticket", "CAS-#####-X5Y6Z7"},
    {"ticket", "zahtevek CAS-#####-####"},
    {"ticket", "zahtevek #######"},
    {"form", "obrazec REK-1 za {month}/{year}"},
    {"form", "obrazca M-4 in DDV-O za {year}"},
    {"form", "obrazec 1-ZAP/M, poročilo IO-1 #####"},
    {"reference", "sklic SI12 ############"},
    {"reference", "sklic SI00 ##-{year}-###"},
}};

constexpr std::array<std::string_view, 10> kCarriers = {"Kako popravim |, da se izpis zapre?",
                                                        "| se ne prenese, prosim za pomoč.",
                                                        "Zakaj program pri | javi napako?",
                                                        "V seznamu je | dvakrat:\n| in še enkrat.",
                                                        "Na zaslonu piše \"|\".",
                                                        "How do I post |?",
                                                        "Why does | not balance?",
                                                        "Kako da proknjižim |?",
                                                        "Na ekranu stoji |, što da radim?",
                                                        "Prosim za:\n|\n|\nHvala"};

void Replace(std::string& text, std::string_view name, const std::string& value) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    text.replace(at, name.size(), value);
  }
}

std::string Fill(std::string_view pattern, Dice& dice) {
  std::string text(pattern);
  Replace(text, "{year}", dice.Number(2015, 2026));
  Replace(text, "{month}", dice.Number(1, 12, 2));
  Replace(text, "{day}", dice.Number(1, 28, 2));
  for (char& c : text) {
    if (c == '#') c = static_cast<char>('0' + dice.Roll(10));
  }
  return text;
}

}  // namespace

std::vector<Sample> MakeBusinessSamples(std::size_t count, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Sample> samples;
  while (samples.size() < count) {
    const Pattern& pattern = kPatterns[samples.size() % kPatterns.size()];
    std::string_view carrier = dice.Pick(kCarriers);
    std::string text;
    for (const char c : carrier) text += c == '|' ? Fill(pattern.number, dice) : std::string(1, c);
    samples.push_back({"", text, "", pattern.what});
  }
  return samples;
}

}  // namespace pomocnik::testing
