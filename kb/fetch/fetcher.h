// The border to the network: one address in, what is there out.
#pragma once

#include <string>

#include "base/result.h"
#include "kb/imported.h"

namespace pomocnik::kb::fetch {

struct FetchRequest {
  enum class Method { kGet, kHead };

  std::string address;
  Method method = Method::kGet;
  // Of the copy that is kept; both empty: the whole is wanted in any case.
  std::string etag;
  std::string last_modified;
  // The value of the header Authorization; goes to the address's own host only, and into no message. Who gave it has allowed us
  // in: robots.txt is not asked then.
  std::string authorization;
};

// The status of an answer that brings what was asked for.
inline constexpr int kOk = 200;

struct Fetched {
  int status = 0;             // of the last answer; never a redirect that was followed
  bool not_modified = false;  // the kept copy is what is there
  SourceDocument document;    // its address is where it was found in the end; bytes only with kOk
  std::string etag;           // empty: not told
  std::string last_modified;
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;

  // Follows redirects, waits where the host asks for it, and retries then. An answer of any status is a value. Errors:
  //   kInvalidArgument  the address (or one it redirects to) must not be fetched: asking again cannot help
  //   kFull             there is more than may be read
  //   kExhausted        the host asks to be left alone for longer than we wait; Error::retry_after says how long
  //   kUnavailable      no answer, or not in time; or a stop was asked for
  virtual Result<Fetched> Get(const FetchRequest& request) = 0;
};

}  // namespace pomocnik::kb::fetch
