// Words by which modules, kinds and languages are recognised: what kb/recognition/*.yaml hold. Values only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/diagnostic.h"

namespace pomocnik::kb::recognition {

// All names but the module's own are kept as Slug (kb/markdown/slug.h) writes them: "obracun-plac".
struct ModuleNames {
  std::string module;                      // as articles name it: "Obračun plač"
  std::vector<std::string> names;          // the module's own among them
  std::vector<std::string> abbreviations;  // "opz"
  std::vector<std::string> words;          // beginnings of words of its subject
};

// Likewise.
struct KindNames {
  Kind kind = Kind::kTip;
  std::vector<std::string> titles;        // whole titles
  std::vector<std::string> title_begins;  // words that a title begins with
  std::vector<std::string> title_words;   // and has somewhere
  std::vector<std::string> slug_words;    // that an address's last part has
  std::vector<std::string> breadcrumbs;   // whole entries of a breadcrumb
};

struct LanguageWords {
  std::string lang;                  // ISO 639-1
  std::vector<std::string> words;    // lower case, as written
  std::vector<std::string> letters;  // that speak for the language wherever they stand
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
