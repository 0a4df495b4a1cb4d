// A request and a response as the routes see them, whatever library carries them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bot/http/language.h"

namespace pomocnik::bot::http {

struct Header {
  std::string name;
  std::string value;
  bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

// Names are compared without regard to the case of ASCII letters.
std::optional<std::string_view> FindHeader(const Headers& headers, std::string_view name);
std::size_t CountHeaders(const Headers& headers, std::string_view name);

struct Parameter {
  std::string name;
  std::string value;
  bool operator==(const Parameter&) const = default;
};

// What stands before the body. `target` is as sent, percent-encoded.
struct RequestHead {
  std::string method;
  std::string target;
  Headers headers;
  std::string peer;  // the client's address, behind the proxy too
};

struct Request {
  RequestHead head;
  std::string body;

  // Taken out of the head. Decoded; valid UTF-8 without control characters.
  std::vector<std::string> path_parameters;  // in the order of the route's pattern
  std::vector<Parameter> query;
  Language language = Language::kSlovene;  // of messages to the caller

  std::vector<std::string> allowed_origins;  // that may frame the page asked for; else empty

  // The first query parameter of that name.
  std::optional<std::string_view> FindQuery(std::string_view name) const;
};

struct Response {
  int status = 200;
  std::string content_type;
  std::string body;
  Headers headers;  // besides Content-Type and Content-Length
};

// "GET /a/b?c=d" taken apart.
struct Target {
  std::vector<std::string> segments;  // of the path, decoded: {"a", "b"}; {""} for "/"
  std::vector<Parameter> query;       // decoded, '+' as space
};

// kForgiving is for programs that were written long ago: an escape that is none stays as it stands, what is no
// UTF-8 is read as Windows-1250, and control characters become spaces.
enum class Decoding { kStrict, kForgiving };

// Absent unless the target is a path from '/' and, with kStrict, every escape is complete and everything decodes to
// valid UTF-8 without control characters.
std::optional<Target> ParseTarget(std::string_view target, Decoding decoding = Decoding::kStrict);

}  // namespace pomocnik::bot::http
