// What it costs a chat request that events are kept and the ledger is folded with it: the same questions to two chats on
// the same index, one of which keeps no events. Each has a state of its own on disk, and the two take turns, so that what
// else the machine does meets both alike.
//
//     build/bench/bench_events DATA [requests, 3000] [clients, 1]
//
// DATA is a folder that `pomocnik index` made; the states are made in TMPDIR, which should be on a real disk.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/chat.h"
#include "bot/commands/data_folder.h"
#include "bot/http/chat_api.h"
#include "bot/store/sqlite_turn_store.h"

namespace {

using namespace pomocnik;

using Duration = std::chrono::duration<double, std::micro>;

class Quiet : public Log {
 public:
  void Write(LogLevel, std::string_view, const LogFields&) override {}
};

// Passes everything on but the events.
class WithoutEvents : public bot::TurnStore {
 public:
  explicit WithoutEvents(bot::TurnStore& store) : store_(store) {}

  Result<bot::TurnRecord> SaveTurn(const bot::ConversationRecord& conversation,
                                   const bot::TurnRecord& turn,
                                   const std::optional<bot::DraftRecord>& draft,
                                   const std::vector<bot::deflection::Event>&) override {
    return store_.SaveTurn(conversation, turn, draft, {});
  }
  Result<std::optional<std::string>> FindState(std::string_view id) override {
    return store_.FindState(id);
  }
  Result<std::optional<bot::TurnRecord>> FindTurnByKey(std::string_view key) override {
    return store_.FindTurnByKey(key);
  }
  Result<std::optional<std::string>> FindConversationOfTurn(std::string_view id) override {
    return store_.FindConversationOfTurn(id);
  }
  Result<std::int64_t> CountTurnsIn(std::string_view id) override {
    return store_.CountTurnsIn(id);
  }
  Status SaveFeedback(const bot::FeedbackRecord& feedback) override {
    return store_.SaveFeedback(feedback);
  }
  Result<std::optional<bot::FeedbackRecord>> FindFeedback(std::string_view id) override {
    return store_.FindFeedback(id);
  }
  Status EditDraft(std::string_view id, const std::string& title, const std::string& text,
                   Instant now) override {
    return store_.EditDraft(id, title, text, now);
  }
  Result<std::optional<bot::DraftRecord>> FindDraft(std::string_view id) override {
    return store_.FindDraft(id);
  }
  Status SaveDraftEvent(const bot::DraftEventRecord& event) override {
    return store_.SaveDraftEvent(event);
  }
  Result<std::int64_t> CountTurns() override { return store_.CountTurns(); }

 private:
  bot::TurnStore& store_;
};

const char* const kQuestions[] = {"kako storniram temeljnico",
                                  "kako vnesem nov artikel",
                                  "kako izločim osnovno sredstvo",
                                  "kako obračunam regres",
                                  "kako natisnem položnico",
                                  "kaj pa za lani",
                                  "dober dan",
                                  "kako popravim traktor"};

// One chat with a state of its own.
struct Side {
  std::string name;
  std::filesystem::path folder;
  std::unique_ptr<bot::SqliteTurnStore> store;
  std::unique_ptr<WithoutEvents> without;
  std::unique_ptr<bot::IdentityKeys> keys;
  std::unique_ptr<bot::Chat> chat;
  std::mutex mutex;  // guards what follows
  std::vector<double> times;
  std::vector<double> work;  // of the processor, the writer's thread included
};

// A question in a conversation of three, as a visitor sends it.
class Client {
 public:
  Client(Side& side, int number) : side_(side), number_(number) {}

  void Ask(int i) {
    bot::ChatTurn turn;
    turn.question.text = kQuestions[static_cast<std::size_t>(i) % std::size(kQuestions)];
    turn.question.channel = "web";
    turn.question.context.module = "Fakturiranje";
    turn.key = "client-" + std::to_string(number_) + "-" + std::to_string(i);
    turn.source = "source" + std::to_string(i % 100);
    if (i % 3 != 0) {
      turn.conversation_id = conversation_;
      turn.secret = side_.keys->SecretFor(conversation_);
    }
    const std::clock_t work_before = std::clock();
    const auto begin = std::chrono::steady_clock::now();
    const auto body = side_.chat->Take(turn);
    const Duration took = std::chrono::steady_clock::now() - begin;
    const std::clock_t worked = std::clock() - work_before;
    if (!body) {
      std::fprintf(stderr, "%s\n", body.error().message.c_str());
      std::exit(1);
    }
    if (i % 3 == 0) {
      const auto at = body->find("\"id\":\"") + 6;
      conversation_ = body->substr(at, body->find('"', at) - at);
    }
    std::lock_guard lock(side_.mutex);
    side_.times.push_back(took.count());
    side_.work.push_back(1e6 * static_cast<double>(worked) / CLOCKS_PER_SEC);
  }

 private:
  Side& side_;
  int number_;
  std::string conversation_;
};

void Report(const char* what, const std::string& name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  double sum = 0;
  for (const double time : times) sum += time;
  const auto at = [&](double share) {
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
  };
  std::printf("%-5s %-15s mean %7.0f   p50 %7.0f   p90 %7.0f   p99 %7.0f us\n", what, name.c_str(),
              sum / static_cast<double>(times.size()), at(0.5), at(0.9), at(0.99));
}

// The middle one of the differences of neighbours, as a share of what the request takes without.
double Cost(const std::vector<double>& with, std::vector<double> without) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < with.size(); ++i) differences.push_back(with[i] - without[i]);
  const auto middle = [](std::vector<double>& values) {
    std::nth_element(values.begin(),
                     values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
    return values[values.size() / 2];
  };
  return middle(differences) / middle(without);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_events DATA [requests] [clients]\n");
    return 2;
  }
  const int requests = argc > 2 ? std::atoi(argv[2]) : 3000;
  const int clients = argc > 3 ? std::atoi(argv[3]) : 1;
  Quiet log;
  const SystemClock clock;
  bot::CurrentKnowledge knowledge;
  auto newest = bot::commands::OpenNewestKnowledge(argv[1], log);
  if (!newest) {
    std::fprintf(stderr, "%s\n", newest.error().message.c_str());
    return 1;
  }
  knowledge.Publish(*newest);
  const bot::Answerer answerer(clock);
  Side sides[2];
  sides[0].name = "without events";
  sides[1].name = "with events";
  for (Side& side : sides) {
    std::string pattern = (std::filesystem::temp_directory_path() / "bench-events-XXXXXX").string();
    side.folder = mkdtemp(pattern.data());
    side.store = *bot::SqliteTurnStore::Open(side.folder.string(), log);
    side.keys = std::make_unique<bot::IdentityKeys>(
        *bot::IdentityKeys::Open((side.folder / "key").string()));
    bot::TurnStore* store = side.store.get();
    if (&side == &sides[0]) {
      side.without = std::make_unique<WithoutEvents>(*store);
      store = side.without.get();
    }
    side.chat = std::make_unique<bot::Chat>(bot::ChatParts{knowledge, answerer, *store, *side.keys,
                                                           clock, log, bot::http::WriteChatReply});
  }
  std::vector<std::thread> threads;
  for (int client = 0; client < clients; ++client) {
    threads.emplace_back([&, client] {
      Client without(sides[0], client);
      Client with(sides[1], client);
      for (int i = 0; i < requests / clients; ++i) {
        Client* order[] = {&without, &with};
        if (i % 2 == 1) std::swap(order[0], order[1]);
        order[0]->Ask(i);
        order[1]->Ask(i);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (Side& side : sides) {
    Report("time", side.name, side.times);
    if (clients == 1) Report("work", side.name, side.work);
    side.chat.reset();
    side.store.reset();
    std::filesystem::remove_all(side.folder);
  }
  if (clients > 1) return 0;
  std::printf("events cost a request %.1f %% of its time, %.1f %% of its work\n",
              100 * Cost(sides[1].times, sides[0].times), 100 * Cost(sides[1].work, sides[0].work));
  return 0;
}
