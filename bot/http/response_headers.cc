#include "bot/http/response_headers.h"

#include <algorithm>
#include <string_view>

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kNothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
constexpr std::string_view kOwnFiles =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; frame-ancestors ";
constexpr std::string_view kStaffFiles =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for "
    "'script'";

// What frame-ancestors calls the origin. Empty for "null": the directive has no word for it.
std::string_view AncestorSource(std::string_view origin) {
  if (origin == kOpaqueOrigin) return "";
  return origin == kFileOrigin ? "file:" : origin;
}

std::string ContentSecurityPolicy(Surface surface, const Origins& allowed) {
  switch (surface) {
    case Surface::kPage:
      // Pages of ours may have the F1 page in a frame.
      return std::string(kOwnFiles) + "'none'; frame-src 'self'";
    case Surface::kF1Page: {
      std::string policy = std::string(kOwnFiles) + "'self'";
      for (const std::string& origin : allowed) {
        const std::string_view source = AncestorSource(origin);
        if (!source.empty()) policy.append(" ").append(source);
      }
      return policy;
    }
    case Surface::kStaffPage:
      return std::string(kStaffFiles);
    case Surface::kApi:
    case Surface::kStaffApi:
    case Surface::kWidget:
    case Surface::kMedia:
    case Surface::kPlain:
      return std::string(kNothing);
  }
  return std::string(kNothing);
}

void AddIfMissing(Response& response, std::string_view name, std::string value) {
  if (FindHeader(response.headers, name)) return;
  response.headers.push_back({std::string(name), std::move(value)});
}

const std::string* FindAllowed(const Origins& allowed, const RequestHead& head) {
  const auto origin = FindHeader(head.headers, "Origin");
  if (!origin || CountHeaders(head.headers, "Origin") != 1) return nullptr;
  const auto found = std::find(allowed.begin(), allowed.end(), *origin);
  return found == allowed.end() ? nullptr : &*found;
}

}  // namespace

void AddSurfaceHeaders(Surface surface, const Origins& allowed, Response& response) {
  AddIfMissing(response, "X-Content-Type-Options", "nosniff");
  AddIfMissing(response, "Referrer-Policy", "strict-origin-when-cross-origin");
  AddIfMissing(response, "Permissions-Policy",
               "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  // Browsers heed this on HTTPS only, that is behind the proxy.
  AddIfMissing(response, "Strict-Transport-Security", "max-age=31536000");
  AddIfMissing(response, "Content-Security-Policy", ContentSecurityPolicy(surface, allowed));

  const bool widget = surface == Surface::kWidget;
  const bool media = surface == Surface::kMedia;
  AddIfMissing(response, "Cross-Origin-Resource-Policy",
               widget || media ? "cross-origin" : "same-origin");
  // A module script of another origin is fetched in CORS mode; the file is the same for everybody.
  if (widget) AddIfMissing(response, "Access-Control-Allow-Origin", "*");
  // No copy of it serves another caller.
  if (surface == Surface::kStaffApi) AddIfMissing(response, "Vary", "Cookie");
  const bool file = widget || media || surface == Surface::kPage;
  AddIfMissing(response, "Cache-Control", file && response.status < 400 ? "no-cache" : "no-store");
}

void AddCrossOriginHeaders(const Origins& allowed, const RequestHead& head, Response& response) {
  response.headers.push_back({"Vary", "Origin"});
  if (const std::string* origin = FindAllowed(allowed, head)) {
    response.headers.push_back({"Access-Control-Allow-Origin", *origin});
    response.headers.push_back({"Access-Control-Expose-Headers", "Retry-After"});
  }
}

std::optional<Response> AnswerPreflight(const Origins& allowed, const RequestHead& head) {
  if (head.method != "OPTIONS" || !FindHeader(head.headers, "Access-Control-Request-Method") ||
      FindAllowed(allowed, head) == nullptr) {
    return std::nullopt;
  }
  Response response;
  response.status = 204;
  response.headers = {{"Access-Control-Allow-Methods", "GET, POST"},
                      {"Access-Control-Allow-Headers", "Content-Type, X-Conversation-Secret"},
                      {"Access-Control-Max-Age", "600"}};
  return response;
}

}  // namespace pomocnik::bot::http
