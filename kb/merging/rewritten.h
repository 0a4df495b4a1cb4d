// Articles whose Markdown follows a change of their values. Pure.
#pragma once

#include "kb/library.h"

namespace pomocnik::kb {

// After a change of the front matter. Our own articles keep the lines and comments of what did not change.
void RewriteHead(SourceArticle& source);

// After a change of blocks, which are in normal form then (kb/markdown/normal_form.h).
void RewriteWhole(SourceArticle& source);

}  // namespace pomocnik::kb
