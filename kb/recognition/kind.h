// What kind of an article it is, by its title, address, breadcrumb and build. Pure.
#pragma once

#include <optional>
#include <vector>

#include "kb/imported.h"
#include "kb/recognition/guess.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb::recognition {

std::optional<Guess<Kind>> GuessKind(const ImportedArticle& imported,
                                     const std::vector<KindNames>& kinds);

}  // namespace pomocnik::kb::recognition
