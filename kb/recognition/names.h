// Words by which modules, kinds and languages are recognised: what kb/recognition/*.yaml hold. Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/diagnostic.h"

namespace pomocnik::kb::recognition {

// Words and slugs are kept as Slug (kb/markdown/slug.h) writes them: "obracun-plac".
struct ModuleNames {
  std::string module;  // as articles name it: "Obračun plač"
  std::vector<std::string>
      names;  // the whole of a breadcrumb's entry, or words of a title: "obracun-plac"
  std::vector<std::string> abbreviations;  // a word of a title in capitals, or an entry: "opz"
  std::vector<std::string> slugs;  // what an address's last part begins with: "obracun-plac-"
};

struct KindNames {
  Kind kind = Kind::kTip;
  std::vector<std::string> titles;       // words that a title begins with or has
  std::vector<std::string> slugs;        // words that an address's last part has
  std::vector<std::string> breadcrumbs;  // words of a breadcrumb's entry
};

struct LanguageWords {
  std::string lang;                  // ISO 639-1
  std::vector<std::string> words;    // lower case, as written: those that other languages have not
  std::vector<std::string> letters;  // letters that speak for the language
  std::vector<std::string> not_letters;  // and against it
};

struct Names {
  std::vector<ModuleNames> modules;
  std::vector<KindNames> kinds;
  std::vector<LanguageWords> languages;

  // What is delivered with the program.
  static Names BuiltIn();
};

// Read modules.yaml, kinds.yaml and languages.yaml. What is wrong is left out with an error that names file and line.
std::vector<ModuleNames> ParseModuleNames(std::string_view yaml, std::string_view file,
                                          Diagnostics& diagnostics);
std::vector<KindNames> ParseKindNames(std::string_view yaml, std::string_view file,
                                      Diagnostics& diagnostics);
std::vector<LanguageWords> ParseLanguageWords(std::string_view yaml, std::string_view file,
                                              Diagnostics& diagnostics);

}  // namespace pomocnik::kb::recognition
