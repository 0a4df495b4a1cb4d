// The files of the web widget and the demo site, compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace pomocnik::assets {

struct Asset {
  std::string_view path;          // as requested: "/widget.js"; "/" for the demo page
  std::string_view content_type;  // with charset where it is text
  std::string_view bytes;
  std::string_view etag;  // strong, quoted: the SHA-256 of the bytes, 64 hex digits

  // Changes with the bytes: 16 hex digits. An address that names it may be kept for ever.
  std::string_view version() const { return etag.substr(1, 16); }
};

// Static; sorted by path.
std::span<const Asset> All();

}  // namespace pomocnik::assets
