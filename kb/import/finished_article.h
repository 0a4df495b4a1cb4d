// The last steps of an article on its way in: what it does not say is recognised, and it becomes a file. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kb/import/read_result.h"
#include "kb/imported.h"
#include "kb/recognition/names.h"

namespace pomocnik::kb {

// Absent, with an error in `diagnostics`, when it has no title or no content, or cannot be written so that it reads back. The id
// that the article states is kept in ReadArticle::id.
std::optional<ReadArticle> Finish(ImportedArticle imported, const recognition::Names& names,
                                  const SourceDefaults& defaults, Diagnostics& diagnostics);

}  // namespace pomocnik::kb
