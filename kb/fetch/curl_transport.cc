#include "kb/fetch/curl_transport.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <utility>

#include "base/ascii.h"

namespace pomocnik::kb::fetch {
namespace {

// All headers of an answer. Far above what servers send.
constexpr std::size_t kMaxHeaderBytes = 64 * 1024;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void Append(List& list, const std::string& line) {
  // Gives the whole list back; only when out of memory none, and then the old one is still ours.
  if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
    static_cast<void>(list.release());
    list.reset(longer);
  }
}

// What the callbacks fill during one exchange.
struct Answer {
  const Network& network;
  const std::stop_token& stop;
  std::size_t max_bytes;
  WireResponse response;
  std::size_t header_bytes = 0;
  std::string not_public;  // an address that was not connected to
  enum class Cut { kNo, kBody, kHeaders } cut = Cut::kNo;
};

std::size_t TakeBody(char* bytes, std::size_t, std::size_t size, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  if (size > answer.max_bytes - answer.response.body.size()) {
    answer.cut = Answer::Cut::kBody;
    return 0;  // not all of it: curl gives up
  }
  answer.response.body.append(bytes, size);
  return size;
}

std::size_t TakeHeader(char* bytes, std::size_t, std::size_t size, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  answer.header_bytes += size;
  if (answer.header_bytes > kMaxHeaderBytes) {
    answer.cut = Answer::Cut::kHeaders;
    return 0;
  }
  const std::string_view line(bytes, size);
  // A status line: what came before was only on the way ("100 Continue").
  if (line.starts_with("HTTP/")) answer.response.headers.clear();
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return size;
  std::string name(line.substr(0, colon));
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  answer.response.headers.emplace_back(std::move(name), Trimmed(line.substr(colon + 1)));
  return size;
}

int AskWhetherToStop(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Answer*>(user)->stop.stop_requested() ? 1 : 0;
}

// The bytes of the address, and nothing for what is neither IPv4 nor IPv6.
std::span<const std::uint8_t> BytesOf(const curl_sockaddr& address) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(&address.addr);
  if (address.family == AF_INET) return {bytes + offsetof(sockaddr_in, sin_addr), 4};
  if (address.family == AF_INET6) return {bytes + offsetof(sockaddr_in6, sin6_addr), 16};
  return {};
}

curl_socket_t OpenSocket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& answer = *static_cast<Answer*>(user);
  const auto bytes = BytesOf(*address);
  if (!answer.network.is_public(bytes)) {
    char text[INET6_ADDRSTRLEN] = "?";
    if (!bytes.empty()) inet_ntop(address->family, bytes.data(), text, sizeof text);
    answer.not_public = text;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Error ErrorOf(CURLcode code, const Answer& answer, const std::string& address) {
  switch (answer.cut) {
    case Answer::Cut::kBody:
      return Error::Full(address + ": more than " + std::to_string(answer.max_bytes) + " bytes");
    case Answer::Cut::kHeaders:
      return Error::Full(address + ": more than " + std::to_string(kMaxHeaderBytes) +
                         " bytes of headers");
    case Answer::Cut::kNo:
      break;
  }
  if (code == CURLE_COULDNT_CONNECT && !answer.not_public.empty()) {
    return Error::InvalidArgument(address + ": its host is at " + answer.not_public +
                                  ", which is no public address");
  }
  if (code == CURLE_ABORTED_BY_CALLBACK) return Error::Unavailable("fetching was stopped");
  if (code == CURLE_FILESIZE_EXCEEDED) {
    return Error::Full(address + ": more than " + std::to_string(answer.max_bytes) + " bytes");
  }
  return Error::Unavailable(address + ": " + curl_easy_strerror(code));
}

// What holds for every request.
void SetRules(CURL* curl, const FetchOptions& options) {
  const auto milliseconds = [](auto time) {
    return static_cast<long>(std::chrono::milliseconds(time).count());
  };
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_PATH_AS_IS, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");  // not even one that the environment names
  curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_USERAGENT, options.agent.c_str());
  curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options.connect_time));
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, milliseconds(options.answer_time));
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kSlowestBytes);
  curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.stall_time.count()));
}

void SetCallbacks(CURL* curl, Answer& answer) {
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, AskWhetherToStop);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &answer);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, OpenSocket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &answer);
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, TakeHeader);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &answer);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, TakeBody);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
}

}  // namespace

struct CurlTransport::Handle {
  struct Close {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  };
  std::unique_ptr<CURL, Close> curl;
  List names;
};

CurlTransport::CurlTransport(FetchOptions options, std::stop_token stop, Network network)
    : options_(std::move(options)),
      stop_(std::move(stop)),
      network_(std::move(network)),
      handle_(std::make_unique<Handle>()) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  handle_->curl.reset(curl_easy_init());
  for (const std::string& name : network_.names) Append(handle_->names, name);
}

CurlTransport::~CurlTransport() = default;

Result<WireResponse> CurlTransport::Exchange(const WireRequest& request) {
  CURL* curl = handle_->curl.get();
  if (curl == nullptr) return Error::Internal("libcurl cannot start");
  curl_easy_reset(curl);  // keeps open connections

  Answer answer{network_, stop_, request.max_bytes, {}, 0, {}, Answer::Cut::kNo};
  List headers;
  for (const auto& [name, value] : request.headers) {
    Append(headers, std::string(name).append(": ").append(value));
  }

  SetRules(curl, options_);
  if (!network_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, network_.ca_file.c_str());
  SetCallbacks(curl, answer);
  curl_easy_setopt(curl, CURLOPT_RESOLVE, handle_->names.get());
  curl_easy_setopt(curl, CURLOPT_URL, request.address.text.c_str());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_NOBODY, request.method == FetchRequest::Method::kHead ? 1L : 0L);

  const CURLcode code = curl_easy_perform(curl);
  // The list of headers must not be pointed to when it is gone.
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, nullptr);
  if (code != CURLE_OK) return ErrorOf(code, answer, request.address.text);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  answer.response.status = static_cast<int>(status);
  return std::move(answer.response);
}

}  // namespace pomocnik::kb::fetch
