// Which module an article belongs to, by its screens, breadcrumb, title, address and words. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kb/imported.h"
#include "kb/recognition/guess.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb::recognition {

// `text` is the plain text of the article.
std::optional<Guess<std::string>> GuessModule(const ImportedArticle& imported,
                                              std::string_view text,
                                              const std::vector<ModuleNames>& modules);

}  // namespace pomocnik::kb::recognition
