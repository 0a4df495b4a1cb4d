// Which addresses an article may point to. What is not allowed here never reaches a reader.
#pragma once

#include <string>
#include <string_view>

namespace pomocnik::kb {

// Lower-case ASCII letters, digits and hyphens, 1 to 100 of them.
bool IsArticleId(std::string_view text);

// An absolute http or https address with a host.
bool IsWebAddress(std::string_view text);

// A web address, mailto:, tel:, a path on this server ("/…") or "article:ID".
bool IsAllowedLink(std::string_view address);

// The ID of "article:ID"; empty for any other address.
std::string_view LinkedArticle(std::string_view address);

// "article:ID".
std::string ArticleAddress(std::string_view id);

// A file below /media/ that no dots lead out of.
bool IsAllowedImage(std::string_view address);

}  // namespace pomocnik::kb
