// What the pages of the server say themselves, in each language. Texts of articles are not here.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "bot/http/language.h"

namespace pomocnik::bot::http {

// By Language. Each "{}" stands for a value, in their order.
using Sentence = std::array<std::string_view, 3>;

namespace page_text {
inline constexpr Sentence kHelp = {"Pomoč", "Help", "Pomoć"};

inline constexpr Sentence kSearchLabel = {"Išči po navodilih", "Search the help", "Pretraži upute"};
inline constexpr Sentence kSearchHint = {"Kaj vas zanima?", "Your question", "Što vas zanima?"};
inline constexpr Sentence kSearch = {"Išči", "Search", "Traži"};

inline constexpr Sentence kForScreen = {"Pomoč za zaslon »{}«.", "Help for the screen “{}”.",
                                        "Pomoć za zaslon »{}«."};
inline constexpr Sentence kForForm = {
    "»{}« še nima svojega članka. To je pomoč za zaslon »{}«.",
    "There is no article for “{}” yet. This is help for the screen “{}”.",
    "»{}« još nema svoj članak. Ovo je pomoć za zaslon »{}«."};
inline constexpr Sentence kForParent = {
    "»{}« še nima svojega članka. To je pomoč za zaslon, ki mu pripada.",
    "There is no article for “{}” yet. This is help for the screen it belongs to.",
    "»{}« još nema svoj članak. Ovo je pomoć za zaslon kojem pripada."};
inline constexpr Sentence kForModule = {
    "»{}« še nima svojega članka. To so članki modula {}.",
    "There is no article for “{}” yet. These are articles of the module {}.",
    "»{}« još nema svoj članak. Ovo su članci modula {}."};
inline constexpr Sentence kForSearch = {
    "»{}« še nima svojega članka. Po imenu je najbližje to:",
    "There is no article for “{}” yet. This comes nearest to its name:",
    "»{}« još nema svoj članak. Po imenu je najbliže ovo:"};
inline constexpr Sentence kForNone = {
    "Za »{}« še ni pomoči. Poiščite po vseh navodilih ali izberite modul.",
    "There is no help for “{}” yet. Search the whole help or choose a module.",
    "Za »{}« još nema pomoći. Pretražite sve upute ili odaberite modul."};
inline constexpr Sentence kStart = {"Poiščite po navodilih ali izberite modul.",
                                    "Search the help or choose a module.",
                                    "Pretražite upute ili odaberite modul."};
inline constexpr Sentence kOfModule = {"Članki modula {}.", "Articles of the module {}.",
                                       "Članci modula {}."};
inline constexpr Sentence kNoSuchArticle = {"Tega članka ni več.", "This article is gone.",
                                            "Tog članka više nema."};

inline constexpr Sentence kResults = {"Zadetki za »{}«", "Results for “{}”", "Rezultati za »{}«"};
inline constexpr Sentence kReadAs = {"Iskano tudi kot: {}.", "Also searched for: {}.",
                                     "Traženo i kao: {}."};
inline constexpr Sentence kNothingFound = {
    "Ničesar ni bilo mogoče najti. Poskusite z drugimi besedami ali oddajte zahtevek.",
    "Nothing was found. Try other words or file a request.",
    "Ništa nije pronađeno. Pokušajte drugim riječima ili pošaljite zahtjev."};

inline constexpr Sentence kTopics = {"Teme", "Topics", "Teme"};
inline constexpr Sentence kOtherTopics = {"Druge teme tega zaslona", "Other topics of this screen",
                                          "Druge teme ovog zaslona"};
inline constexpr Sentence kMoreArticles = {"Drugi članki", "Other articles", "Drugi članci"};
inline constexpr Sentence kRelated = {"Sorodni članki", "Related articles", "Srodni članci"};
inline constexpr Sentence kModules = {"Moduli", "Modules", "Moduli"};
inline constexpr Sentence kAllOfModule = {"Vsi članki modula {}", "All articles of the module {}",
                                          "Svi članci modula {}"};
inline constexpr Sentence kSource = {"Izvirni članek", "Original article", "Izvorni članak"};

inline constexpr Sentence kBackTo = {"Nazaj na »{}«", "Back to “{}”", "Natrag na »{}«"};
inline constexpr Sentence kBackToResults = {"Nazaj na zadetke", "Back to the results",
                                            "Natrag na rezultate"};
inline constexpr Sentence kBackToStart = {
    "Nazaj na začetek pomoči", "Back to the start of the help", "Natrag na početak pomoći"};
inline constexpr Sentence kStartLink = {"Začetek pomoči", "Start of the help", "Početak pomoći"};
inline constexpr Sentence kLanguages = {"Jezik", "Language", "Jezik"};

// The version the article is for, and the reader's.
inline constexpr Sentence kForNewer = {"Članek velja za različice od {} naprej; vaša je {}.",
                                       "This article is for version {} and later; yours is {}.",
                                       "Članak vrijedi za verzije od {} nadalje; vaša je {}."};
inline constexpr Sentence kForOlder = {"Članek velja za različice do {}; vaša je {}.",
                                       "This article is for versions up to {}; yours is {}.",
                                       "Članak vrijedi za verzije do {}; vaša je {}."};
}  // namespace page_text

// The name of each language in itself, by Language.
inline constexpr Sentence kLanguageNames = {"Slovenščina", "English", "Hrvatski"};

// The sentence with its values, as plain text: to be escaped by whoever puts it into markup.
std::string Fill(const Sentence& sentence, Language language,
                 std::initializer_list<std::string_view> values = {});

// "1 članek", "2 članka", "5 člankov".
std::string CountArticles(std::size_t count, Language language);

}  // namespace pomocnik::bot::http
