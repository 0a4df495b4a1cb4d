// What an article does not state about itself, recognised in its words, title, address and breadcrumb. Pure.
#pragma once

#include <string_view>

#include "kb/imported.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb::recognition {

// What is recognised at least so surely goes before what the configuration says of a source.
inline constexpr double kSure = 0.8;
// What is recognised less surely stays empty, where an article may do without it.
inline constexpr double kLikely = 0.5;
// A language that the source states is doubted only by a text that is so clearly in another.
inline constexpr double kContradicts = 0.9;

inline constexpr std::string_view kNoModule = "Splošno";

// Fills what is empty of the article's lang, kind, module, version_from, version_to, updated, valid_from and valid_to, and adds a
// Finding for each that is recognised. What the source states stays, but for a language that the text clearly is not written in.
// A language, a kind and a module there are always: what the configuration says, else what is recognised, else Slovene, a tip and
// kNoModule, with confidence 0.
void Recognise(ImportedArticle& imported, const Names& names, const SourceDefaults& defaults);

}  // namespace pomocnik::kb::recognition
