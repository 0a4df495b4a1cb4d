// The headers that tell browsers what a response may do: one table for every route.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bot/http/message.h"

namespace pomocnik::bot::http {

enum class Surface {
  kApi,        // JSON for one caller: never cached
  kPage,       // a page of ours; nobody may frame it
  kF1Page,     // may be framed by the origins that may use the API
  kWidget,     // a file that pages of other origins load
  kMedia,      // a picture, which pages of other origins show
  kPlain,      // text for operators
  kStaffPage,  // the page of our staff: never cached, never framed, its script makes no markup
  kStaffApi,   // JSON for that page: no page of another origin may ask for it or read it
};

// An origin is "https://host" or "https://host:port", lower case, without a slash at the end, or one of the two below.
using Origins = std::vector<std::string>;

// What most browsers say of a page from a file, and all of a frame with `sandbox`.
inline constexpr std::string_view kOpaqueOrigin = "null";
// What some embedded browsers say of a page from a file.
inline constexpr std::string_view kFileOrigin = "file://";

// Adds the surface's headers; those the response has already are left as they are.
void AddSurfaceHeaders(Surface surface, const Origins& allowed, Response& response);

// Lets a page of one of the allowed origins read the response. An origin is compared as a whole.
void AddCrossOriginHeaders(const Origins& allowed, const RequestHead& head, Response& response);

// The answer to a browser that asks whether a page of an allowed origin may send `head`'s request; absent
// when it is no such question, or the origin is not allowed.
std::optional<Response> AnswerPreflight(const Origins& allowed, const RequestHead& head);

}  // namespace pomocnik::bot::http
