// The whole site without sockets and disk: real routes, bot and words, a fake searcher and store.
#pragma once

#include <array>
#include <atomic>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "bot/answerer.h"
#include "bot/chat.h"
#include "bot/http/chat_api.h"
#include "bot/http/router.h"
#include "bot/http/routes.h"
#include "bot/identity_keys.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_event_store.h"
#include "tests/support/fake_press_store.h"
#include "tests/support/fake_searcher.h"
#include "tests/support/fake_turn_store.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {

inline constexpr std::array<assets::Asset, 7> kTestAssets = {
    {{"/", "text/html; charset=utf-8", "<!doctype html><title>demo</title>",
      "\"1111111111111111f00d\""},
     {"/f1.css", "text/css; charset=utf-8", "/* f1 */", "\"4444444444444444f00d\""},
     {"/f1.js", "text/javascript; charset=utf-8", "// f1", "\"5555555555555555f00d\""},
     {"/icon.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
      "\"2222222222222222f00d\""},
     {"/staff", "text/html; charset=utf-8", "<!doctype html><title>staff</title>",
      "\"6666666666666666f00d\""},
     {"/staff.js", "text/javascript; charset=utf-8", "// staff", "\"7777777777777777f00d\""},
     {"/widget.js", "text/javascript; charset=utf-8", "// widget", "\"3333333333333333f00d\""}}};

inline kb::Article StornoArticle() {
  kb::Article article;
  article.id = "fakt-storno-racuna";
  article.title = "Storno računa";
  article.module = "Fakturiranje";
  article.updated = ParseDate("2026-05-12");
  article.url = "https://example.si/nasveti/storno-racuna";
  article.aliases = {"storno-racuna-0"};
  article.related = {"fakt-popravek-racuna", "dead-link"};
  article.f1 = {{"icenter", "fakt.racun"}, {"icenter", "neznan"}};
  article.version_from = "2026.03.001";
  article.blocks = {{kb::Paragraph{{{"Račun stornirate z gumbom Storno.", {}, ""}}}}};
  return article;
}

class RouteSite {
 public:
  FakeClock clock;
  RecordingLog log;
  FakeTurnStore store;
  FakePressStore press_store;
  FakeEventStore event_store;
  std::shared_ptr<FakeSearcher> searcher = std::make_shared<FakeSearcher>();
  bot::CurrentKnowledge knowledge;
  bot::IndexStatus index_status;
  Result<bot::StateStatus> state_status = bot::StateStatus{1024, 4096};
  bot::WriterCounters writer_counters;
  bot::http::ListenerCounters connections;
  bot::SignInCounters sign_ins;
  std::atomic<bot::http::Phase> phase{bot::http::Phase::kServing};

  RouteSite()
      : keys_(*bot::IdentityKeys::Open(folder_.File("key"))),
        answerer_(clock),
        chat_({knowledge, answerer_, store, keys_, clock, log, bot::http::WriteChatReply}),
        presses_(press_store, event_store, clock),
        visitors_(event_store, store, keys_, clock),
        limits(clock),
        router(bot::http::MakeRoutes(
                   {knowledge, chat_, presses_, visitors_, sources_, counters_, limits, clock, log,
                    phase, connections, kTestAssets, [this] { return index_status; },
                    [this] { return state_status; }, [this] { return writer_counters; },
                    clock.Now(), sign_ins, folder_.path()}),
               {}, counters_, limits) {
    kb::Article related;
    related.id = "fakt-popravek-racuna";
    related.title = "Popravek računa";
    related.module = "Fakturiranje";
    related.blocks = {{kb::Paragraph{{{"Popravek.", {}, ""}}}}};
    searcher->Add(StornoArticle());
    searcher->Add(std::move(related));
    searcher->data_files = ReadDataFiles();
    searcher->results["Kako storniram račun?"] = Found();
    index::ScreenTopics topics;
    topics.match = index::ScreenMatch::kScreen;
    topics.screen = kb::Screen{.app = "icenter",
                               .id = "fakt.racun",
                               .number = 1204,
                               .title = "Račun",
                               .module = "Fakturiranje",
                               .parent = "fakt"};
    topics.module = "Fakturiranje";
    topics.articles = {index::InfoOf(StornoArticle())};
    searcher->screens["icenter/fakt.racun"] = topics;
  }

  // Puts a picture where pictures lie, and returns its name.
  std::string Picture() const {
    std::ofstream(folder_.File("okno.png"), std::ios::binary) << "\x89PNG\r\n\x1A\n....";
    return "okno.png";
  }

  // Publishes the searcher as it is now.
  void Publish() { knowledge.Publish(*bot::Knowledge::Open(searcher)); }

  bot::http::Response Get(std::string target, bot::http::Headers headers = {}) {
    headers.push_back({"Host", "localhost"});
    return router.Answer({"GET", std::move(target), std::move(headers), "127.0.0.1"}, "");
  }

  bot::http::Response Post(std::string target, std::string body, bot::http::Headers headers = {}) {
    headers.push_back({"Host", "localhost"});
    headers.push_back({"Content-Type", "application/json"});
    headers.push_back({"Content-Length", std::to_string(body.size())});
    return router.Answer({"POST", std::move(target), std::move(headers), "127.0.0.1"},
                         std::move(body));
  }

 private:
  index::SearchResult Found() const {
    index::SearchResult result;
    result.hits = {searcher->HitOn("fakt-storno-racuna", 10)};
    result.terms = {{.word = "storniram", .lemma = "stornir", .known = true, .read_as = ""},
                    {.word = "račun", .lemma = "racun", .known = true, .read_as = "račun"}};
    result.features = {
        .known_share = 1, .lead = 1, .margin = 1, .title_asked = 1, .together = 1, .terms = 2};
    result.confidence = 0.95;
    return result;
  }

  TempFolder folder_;
  bot::IdentityKeys keys_;
  bot::Answerer answerer_;
  bot::Chat chat_;
  bot::ScreenPresses presses_;
  bot::VisitorEvents visitors_;
  bot::SourceNames sources_;
  bot::http::RequestCounters counters_;

 public:
  bot::http::ClientLimits limits;
  bot::http::Router router;
};

}  // namespace pomocnik::testing
