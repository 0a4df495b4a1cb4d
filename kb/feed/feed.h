// A feed (RSS 2.0, RSS 1.0, Atom) -> articles. Pure; any bytes are taken.
#pragma once

#include "kb/imported.h"

namespace pomocnik::kb::feed {

// One article an item, in the order of the feed. Its address is the item's link, else its id below the feed's address; its
// breadcrumb the categories. An item of law (kb/dates) states its kind; until when it holds is stated where the text says so.
// An item without a title or content is left out with a warning, a document that is no feed is an error.
Imported ReadFeed(const SourceDocument& document, const SourceDefaults& defaults);

}  // namespace pomocnik::kb::feed
