// Sitemaps, their indexes, feeds as lists, and lists of lines. Input: the document.
#include "kb/feed/sitemap.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

void CheckAddress(std::string_view address) {
  Require(IsValidUtf8(address), "an address is text");
  const std::string_view scheme = address.substr(0, address.find(':'));
  Require(scheme.size() == 4 || scheme.size() == 5, "an address begins with http: or https:");
  for (const char c : address) {
    Require(static_cast<unsigned char>(c) > ' ' && c != '\\', "an address has no white space");
  }
}

}  // namespace

void RunInput(std::string_view input) {
  kb::Diagnostics diagnostics;
  kb::Reporter reporter("fuzz.xml", diagnostics);
  const kb::SourceDocument document{"https://a.example/s.xml", {}, {}, std::string(input), {}};
  const auto sitemap = kb::feed::ReadSitemap(document, reporter);
  for (const kb::Diagnostic& entry : diagnostics) {
    Require(IsValidUtf8(entry.message), "a message is text");
    Require(entry.severity == kb::Severity::kWarning || !sitemap, "an error leaves no list");
  }
  if (!sitemap) return;
  for (const kb::feed::ListedPage& page : sitemap->pages) {
    CheckAddress(page.address);
    Require(IsValidUtf8(page.changed), "a date is text");
    Require(!page.day || page.day->ok(), "a day is one of the calendar");
  }
  for (const std::string& address : sitemap->sitemaps) CheckAddress(address);
}

}  // namespace pomocnik::fuzz
