// A chat with real words, a fake searcher and clock, and bodies that are easy to read.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "bot/chat.h"
#include "tests/support/data_files.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_searcher.h"
#include "tests/support/recording_log.h"
#include "tests/support/temp_folder.h"

namespace pomocnik::testing {

// A body with all that a visitor gets: "conversation=… secret=… turn=… saved=… decision=…", then the texts.
inline std::string WriteBody(const bot::TurnHeader& header, const bot::Reply& reply) {
  std::string body = "conversation=" + header.conversation_id + " secret=" + header.secret +
                     " turn=" + header.turn_id +
                     " saved=" + (header.saved == bot::TurnHeader::Saved::kYes ? "yes" : "no") +
                     " decision=" + std::string(bot::DecisionName(reply.decision)) + "\n";
  if (reply.understood) body += reply.understood->text + "\n";
  for (const kb::Block& block : reply.blocks) {
    if (const auto* paragraph = std::get_if<kb::Paragraph>(&block.value)) {
      for (const kb::Span& span : paragraph->text) body += span.text + "\n";
    }
  }
  return reply.handoff.draft ? body + reply.handoff.draft->text : body;
}

// The value of one name in a body, empty for none.
inline std::string Part(const std::string& body, const std::string& name) {
  const auto begin = body.find(name + "=");
  if (begin == std::string::npos) return {};
  const auto value = begin + name.size() + 1;
  return body.substr(value, body.find_first_of(" \n", value) - value);
}

inline std::shared_ptr<FakeSearcher> MakeSearcher() {
  auto searcher = std::make_shared<FakeSearcher>();
  searcher->data_files = ReadDataFiles();
  kb::Article article;
  article.id = "storno-racuna";
  article.title = "Storno računa";
  article.module = "Fakturiranje";
  article.blocks = {{kb::Paragraph{{{"Odpri račun in izberi Storno.", {}, ""}}}}};
  searcher->Add(std::move(article));
  index::SearchResult found;
  found.hits = {searcher->HitOn("storno-racuna")};
  found.confidence = 0.95;
  found.features.lead = 1;
  searcher->results["Kako storniram račun?"] = found;
  return searcher;
}

// A chat with everything it needs; the store is the test's choice.
struct ChatBench {
  explicit ChatBench(bot::TurnStore& store, double holdout_share = 0)
      : chat({.knowledge = knowledge,
              .answerer = answerer,
              .store = store,
              .keys = keys,
              .clock = clock,
              .log = log,
              .write_reply = WriteBody,
              .holdout_share = holdout_share}) {
    auto opened = bot::Knowledge::Open(searcher);
    REQUIRE_MESSAGE(opened, opened.error().message);
    knowledge.Publish(*opened);
  }

  std::string Take(const bot::ChatTurn& turn) {
    auto body = chat.Take(turn);
    REQUIRE_MESSAGE(body, body.error().message);
    return *body;
  }

  TempFolder folder;
  std::shared_ptr<FakeSearcher> searcher = MakeSearcher();
  bot::CurrentKnowledge knowledge;
  FakeClock clock;
  bot::Answerer answerer{clock};
  bot::IdentityKeys keys = *bot::IdentityKeys::Open(folder.File("identity.key"));
  RecordingLog log;
  bot::Chat chat;
};

inline bot::ChatTurn FirstTurn(const std::string& key = "key-00001") {
  bot::ChatTurn turn;
  turn.question.text = "Kako storniram račun?";
  turn.question.channel = "web";
  turn.key = key;
  return turn;
}

inline bot::ChatTurn NextTurn(const std::string& first_body, const std::string& key) {
  bot::ChatTurn turn = FirstTurn(key);
  turn.conversation_id = Part(first_body, "conversation");
  turn.secret = Part(first_body, "secret");
  return turn;
}

}  // namespace pomocnik::testing
