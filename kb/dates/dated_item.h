// News: whether they are about law, and until when they hold. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/imported.h"

namespace pomocnik::kb {

// What an item is told to be about law by: "the title begins with 'Zakonodaja'". Empty when nothing says so.
// REQUIRES: all valid UTF-8.
std::string WhyLegislation(std::string_view title, const std::vector<std::string>& sections,
                           std::string_view text);

// States kind, valid_from and valid_to where the article's title, breadcrumb and text say them and the source does not, and adds
// a finding for each. A text that does not say until when states neither day: recognition, which knows the kind, goes on from there.
void StateValidity(ImportedArticle& imported);

}  // namespace pomocnik::kb
