// Which addresses may be fetched at all, before anything is asked of the network. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace pomocnik::kb::fetch {

// An https address that may be fetched, in the one form that it is compared and sent in.
struct FetchAddress {
  std::string text;    // the whole, without a fragment: "https://help.icenter.si/help/a?b=1"
  std::string host;    // a name in lower case
  int port = 443;      // never left out of comparisons
  std::string target;  // path and query, from '/' on
  bool operator==(const FetchAddress&) const = default;

  // "help.icenter.si" or "help.icenter.si:8443".
  std::string Authority() const;
};

// Far above the addresses of pages.
inline constexpr std::size_t kMaxAddressBytes = 2000;

// The address in its one form: dots in the path are resolved, what is not ASCII is percent-encoded, the fragment is left out.
// Refused, with the reason as the message: another scheme than https, user information, an address in numbers in any notation
// (names only), a name that is not plain ASCII letters, digits, hyphens and dots, white space, control characters, backslashes,
// and every host that `allow_hosts` does not name. An entry there is "name" (port 443) or "name:port"; names of one another's
// subdomains are different names.
Result<FetchAddress> CheckFetchAddress(std::string_view address,
                                       const std::vector<std::string>& allow_hosts);

// "help.icenter.si:8443" of a web address, as it is written there; empty when it has none.
std::string_view AuthorityOf(std::string_view address);

// The path and query with everything percent-encoded that must be, and nothing twice.
std::string EncodeTarget(std::string_view target);

}  // namespace pomocnik::kb::fetch
