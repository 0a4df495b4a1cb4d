// What a feed of any kind (RSS 2.0, RSS 1.0, Atom) says of its items. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/feed/xml_tree.h"

namespace pomocnik::kb::feed {

struct FeedItem {
  std::string title;    // plain text
  std::string link;     // absolute where the feed's address is; may be empty
  std::string id;       // as the feed has it; may be empty
  std::string changed;  // last, as written
  std::string lang;     // two letters; empty: not told
  std::vector<std::string> categories;
  std::string html;  // its content; of those that it has the longest
};

// Whether a document is a feed.
bool IsFeed(const XmlNode& root);

// In the order of the feed. REQUIRES: IsFeed(root).
std::vector<FeedItem> ItemsOf(const XmlNode& root, std::string_view feed_address);

}  // namespace pomocnik::kb::feed
