// Feeds: RSS 2.0, RSS 1.0, Atom. Input: the document.
#include "kb/feed/feed.h"
#include "tests/fuzz/imported_check.h"

namespace pomocnik::fuzz {

void RunInput(std::string_view input) {
  const kb::SourceDocument document{"https://a.example/rss.xml", {}, {}, std::string(input), {}};
  CheckImported(kb::feed::ReadFeed(document, {}));
}

}  // namespace pomocnik::fuzz
