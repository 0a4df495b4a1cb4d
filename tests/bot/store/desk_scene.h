// A state with conversations in it, as the chat and the ledger leave them.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "bot/store/sqlite_turn_store.h"
#include "bot/store/state_file.h"
#include "index/sqlite/database.h"
#include "tests/bot/store/records.h"
#include "tests/support/files.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {

// What a test says of a turn; the rest is made up.
struct SaidTurn {
  std::string conversation;
  std::string id;
  std::string at;  // RFC 3339
  std::string question;
  std::string decision = "answer";
  std::string article = "storno-racuna";
  std::string channel = "web";
  std::string module = "Fakturiranje";
  int episode = 1;
};

struct DeskScene {
  TempFolder folder;
  RecordingLog log;
  std::unique_ptr<bot::SqliteTurnStore> store;

  DeskScene() { Open(); }

  void Open() {
    auto opened = bot::SqliteTurnStore::Open(folder.path().string(), log);
    REQUIRE_MESSAGE(opened, (opened ? "" : opened.error().message));
    store = std::move(*opened);
  }

  void Say(const SaidTurn& said, const std::optional<bot::DraftRecord>& draft = std::nullopt) {
    bot::TurnRecord turn = bot::MakeTurn(said.id, said.conversation, "key of " + said.id);
    turn.created_at = *ParseRfc3339(said.at);
    turn.question = said.question;
    turn.reply = R"({"blocks":[{"type":"paragraph","text":[{"text":"Kliknite Storno."}]}]})";
    turn.decision = said.decision;
    turn.article = said.decision == "answer" ? said.article : "";
    turn.module = said.module;
    turn.episode = said.episode;
    const bot::deflection::Event asked = {.at = turn.created_at,
                                          .kind = bot::deflection::EventKind::kQuestion,
                                          .conversation_id = said.conversation,
                                          .episode = said.episode,
                                          .turn_id = said.id,
                                          .channel = said.channel,
                                          .lang = turn.lang,
                                          .module = said.module,
                                          .article = turn.article,
                                          .index_version = turn.index_version,
                                          .detail = said.decision};
    const auto saved = store->SaveTurn({.id = said.conversation,
                                        .created_at = turn.created_at,
                                        .channel = said.channel,
                                        .state = R"({"asked":[")" + said.question + "\"]}"},
                                       turn, draft, {asked});
    REQUIRE_MESSAGE(saved, (saved ? "" : saved.error().message));
  }

  void Vote(const std::string& turn, bot::Helpful helpful, const std::string& reason = "") {
    REQUIRE(store->SaveFeedback({.turn_id = turn,
                                 .helpful = helpful,
                                 .reason = reason,
                                 .created_at = *ParseRfc3339("2026-11-23T12:00:00Z")}));
  }

  // Changes the state from outside, as an import does; the store is closed meanwhile.
  void Execute(const std::string& statement) {
    store.reset();
    {
      auto database = *sqlite::Database::Open(bot::StateFile(folder.path().string()),
                                              sqlite::OpenMode::kReadWriteCreate);
      const Status executed = database.Execute(statement);
      REQUIRE_MESSAGE(executed, (executed ? "" : executed.error().message));
    }
    Open();
  }

  // The rows that a count gives.
  std::int64_t Count(const std::string& select) const {
    auto database = *sqlite::Database::Open(bot::StateFile(folder.path().string()),
                                            sqlite::OpenMode::kReadOnly);
    auto count = *database.Prepare(select);
    REQUIRE(count.Step());
    return count.Integer(0);
  }

  // How often a text is in the bytes of the state's files.
  int TimesOnDisk(const std::string& text) const {
    int times = 0;
    for (const char* name : {"state.db", "state.db-wal"}) {
      const std::string bytes = ReadFile(folder.File(name));
      for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at + 1))
        ++times;
    }
    return times;
  }
};

}  // namespace pomocnik::testing
