// Hostile texts through a real socket: the whole site stays up and every answer is a clear one.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bot/http/server.h"
#include "tests/bot/http/openapi.h"
#include "tests/bot/http/route_site.h"
#include "tests/support/files.h"
#include "tests/support/raw_http.h"

namespace pomocnik::bot::http {
namespace {

using Json = nlohmann::json;
using testing::BodyOf;
using testing::Exchange;
using testing::GetRequest;
using testing::PostRequest;
using testing::StatusOf;

const std::string kShared = POMOCNIK_SOURCE_DIR "/../shared/data/";

class Running {
 public:
  Running() {
    site_.Publish();
    // One client asks more here than a client may.
    site_.limits.Configure(
        {.requests_per_second = 10'000, .burst = 10'000, .messages_per_day = 10'000});
    ServerOptions options;
    options.listen.port = 0;
    auto started = Server::Start(options, site_.router, site_.connections, site_.log);
    REQUIRE(started);
    server_ = std::move(*started);
  }

  // The status of a chat message given as JSON text, whose answer is checked to be a reply or an error.
  int Chat(const std::string& body) { return Ask(PostRequest("/api/v1/chat", body), "ChatReply"); }
  int Search(const std::string& typed) {
    return Ask(GetRequest("/api/v1/search?q=" + typed), "SearchResults");
  }

 private:
  int Ask(const std::string& request, const std::string& schema) {
    const std::string answer = Exchange(server_->port(), request);
    const int status = StatusOf(answer);
    CHECK(api_.CheckText(status == 200 ? schema : "Error", BodyOf(answer)) == "");
    return status;
  }

  testing::RouteSite site_;
  testing::OpenApi api_;
  std::unique_ptr<Server> server_;
};

std::string Percent(std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kHex[byte >> 4];
    encoded += kHex[byte & 15];
  }
  return encoded;
}

TEST_CASE("every naughty string gets a reply or a clear error") {
  std::ifstream file(kShared + "blns.json");
  if (!file) {
    MESSAGE("skipped: no blns.json");
    return;
  }
  const Json strings = Json::parse(file, nullptr, false);
  REQUIRE(strings.is_array());
  Running running;
  int number = 0;
  for (const std::string text : strings) {
    CAPTURE(text);
    const std::string key = "blns-" + std::to_string(10000 + number++);
    const int status = running.Chat(Json{{"message", text}, {"key", key}}.dump());
    CHECK((status == 200 || status == 400));
    const int found = running.Search(Percent(text).substr(0, 900));
    CHECK((found == 200 || found == 400));
    const Json everywhere = {{"message", "a"},
                             {"key", text},
                             {"conversation", text},
                             {"context", {{"app", text}, {"screen", text}, {"module", text}}}};
    const int odd = running.Chat(everywhere.dump());
    CHECK((odd == 200 || odd == 400 || odd == 404));
  }
  CHECK(number == 515);
}

TEST_CASE("every file of JSONTestSuite as a request is refused clearly") {
  if (!std::filesystem::exists(kShared + "json_test_suite")) {
    MESSAGE("skipped: no json_test_suite");
    return;
  }
  Running running;
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kShared + "json_test_suite")) {
    const std::string name = entry.path().filename().string();
    CAPTURE(name);
    const int status = running.Chat(testing::ReadFile(entry.path()));
    CHECK((status == 400 || status == 413));
    ++files;
  }
  CHECK(files > 300);
}

TEST_CASE("texts of every strange kind get a reply or a clear error") {
  std::string letters;
  for (int i = 0; i < 10'000; ++i) letters += 'a';
  std::string emoji;
  for (int i = 0; i < 1'000; ++i) emoji += "🙂";
  std::string binary;
  for (int i = 0; i < 256; ++i) binary += static_cast<char>(i);
  struct Row {
    const char* what;
    std::string message;
    int status;
  };
  const Row rows[] = {
      {"empty", "", 400},
      {"blank", " \t\n", 400},
      {"10,000 letters", letters, 400},
      {"emoji", emoji, 200},
      {"scripts", "Како сторнирам račun Λογαριασμός 請求書 فاتورة", 200},
      {"SQL", "'; DROP TABLE turn; --", 200},
      {"FTS5", "\" OR NEAR(a b) * ^ -col:", 200},
      {"markup", "<script>alert(1)</script>", 200},
      {"format", "%s%n{0}${jndi:ldap://x}", 200},
      {"marks", std::string(1000, 'a') + "\xCC\x81\xCC\x81\xCC\x81", 200},
  };
  Running running;
  int number = 0;
  for (const Row& row : rows) {
    CAPTURE(std::string(row.what));
    const std::string key = "odd-" + std::to_string(10000 + number++);
    CHECK(running.Chat(Json{{"message", row.message}, {"key", key}}.dump()) == row.status);
  }
  CHECK(running.Chat(binary) == 400);
  CHECK(running.Chat(letters) == 400);
  CHECK(running.Chat(std::string(64 * 1024 + 1, ' ')) == 413);
}

}  // namespace
}  // namespace pomocnik::bot::http
