// The rules of addresses that may be fetched, references on pages (Location headers), robots.txt and other headers. Input: an
// address or reference in the first line, then a robots.txt.
#include "kb/fetch/address_rules.h"
#include "kb/fetch/http_text.h"
#include "kb/fetch/robots.h"
#include "kb/html/reference.h"
#include "tests/fuzz/target.h"

namespace pomocnik::fuzz {
namespace {

const std::vector<std::string> kHosts = {"help.example.si", "api.example.si:8443"};

void CheckAddress(const kb::fetch::FetchAddress& address) {
  Require(address.text.starts_with("https://help.example.si/") ||
              address.text.starts_with("https://api.example.si:8443/"),
          "only hosts of the list are fetched from");
  for (const char c : address.text) {
    Require(c > ' ' && c < 0x7f && c != '\\' && c != '#', "what is sent is plain ASCII");
  }
  Require(address.target.find("/../") == std::string::npos ||
              address.target.find('?') != std::string::npos,
          "no dots are left in a path");
  const auto again = kb::fetch::CheckFetchAddress(address.text, kHosts);
  Require(again && *again == address, "the one form of an address is its own");
}

}  // namespace

void RunInput(std::string_view input) {
  const std::string_view line = TakeLine(input);
  if (const auto address = kb::fetch::CheckFetchAddress(line, kHosts)) CheckAddress(*address);
  const std::string reference =
      kb::html::ResolveReference("https://help.example.si/help/a?b=1", Utf8Of(line));
  if (const auto address = kb::fetch::CheckFetchAddress(reference, kHosts)) CheckAddress(*address);

  const kb::fetch::Robots robots = kb::fetch::Robots::Parse(input, "pomocnik");
  static_cast<void>(robots.Allows(kb::fetch::EncodeTarget(line)));
  static_cast<void>(kb::fetch::ParseContentType(line));
  const auto wait = kb::fetch::ParseRetryAfter(line, Instant{});
  Require(!wait || wait->count() >= 0, "nobody waits for the past");
}

}  // namespace pomocnik::fuzz
