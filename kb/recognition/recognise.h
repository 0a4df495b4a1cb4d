// What an article does not state about itself, recognised in its words, title, address and breadcrumb. Pure.
#pragma once

#include "kb/imported.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb::recognition {

// Fills what is empty of the article's lang, kind, module, version_from, version_to, updated, valid_from and valid_to, and adds a
// Finding for each that it filled. What the source states stays, but for a language that the text clearly is not written in. What
// is recognised with at least kSure goes before the defaults, the defaults go before what is less sure; a language, a kind and a
// module there are always ("sl", a tip, kNoModule).
void Recognise(ImportedArticle& imported, const Names& names, const SourceDefaults& defaults);

inline constexpr double kSure = 0.8;
inline constexpr std::string_view kNoModule = "Splošno";

}  // namespace pomocnik::kb::recognition
