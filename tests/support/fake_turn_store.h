// Turns in memory, and a switch for a store that is down. Thread-safe.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/turn_store.h"

namespace pomocnik::testing {

class FakeTurnStore : public bot::TurnStore {
 public:
  // From now on every call fails with kUnavailable, until Restore.
  void Break() { Set(State::kBroken); }
  void Restore() { Set(State::kGood); }

  Result<bot::TurnRecord> SaveTurn(const bot::ConversationRecord& conversation,
                                   const bot::TurnRecord& turn,
                                   const std::optional<bot::DraftRecord>& draft,
                                   const std::vector<bot::deflection::Event>& events) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    for (const bot::TurnRecord& stored : turns_) {
      if (stored.key == turn.key) return stored;
    }
    conversations_.emplace(conversation.id, conversation).first->second.state = conversation.state;
    if (draft) drafts_[turn.id] = *draft;
    turns_.push_back(turn);
    events_.insert(events_.end(), events.begin(), events.end());
    return turn;
  }

  Result<std::optional<bot::TurnRecord>> FindTurnByKey(std::string_view key) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    for (const bot::TurnRecord& turn : turns_) {
      if (turn.key == key) return std::optional(turn);
    }
    return std::optional<bot::TurnRecord>();
  }

  Result<std::optional<std::string>> FindConversationOfTurn(std::string_view turn_id) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    for (const bot::TurnRecord& turn : turns_) {
      if (turn.id == turn_id) return std::optional(turn.conversation_id);
    }
    return std::optional<std::string>();
  }

  Result<std::int64_t> CountTurnsIn(std::string_view conversation_id) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    return std::count_if(turns_.begin(), turns_.end(), [&](const bot::TurnRecord& turn) {
      return turn.conversation_id == conversation_id;
    });
  }

  Status SaveFeedback(const bot::FeedbackRecord& feedback) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    for (const bot::TurnRecord& turn : turns_) {
      if (turn.id != feedback.turn_id) continue;
      feedback_[feedback.turn_id] = feedback;
      return {};
    }
    return Error::NotFound("save feedback: no turn " + feedback.turn_id);
  }

  Result<std::optional<bot::FeedbackRecord>> FindFeedback(std::string_view turn_id) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    const auto place = feedback_.find(std::string(turn_id));
    if (place == feedback_.end()) return std::optional<bot::FeedbackRecord>();
    return std::optional(place->second);
  }

  Result<std::optional<std::string>> FindState(std::string_view conversation_id) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    const auto place = conversations_.find(std::string(conversation_id));
    if (place == conversations_.end()) return std::optional<std::string>();
    return std::optional(place->second.state);
  }

  Status EditDraft(std::string_view turn_id, const std::string& title, const std::string& text,
                   Instant) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    const auto place = drafts_.find(std::string(turn_id));
    if (place == drafts_.end()) return Error::NotFound("edit a draft: there is none");
    place->second.title = title;
    place->second.text = text;
    return {};
  }

  Result<std::optional<bot::DraftRecord>> FindDraft(std::string_view turn_id) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    const auto place = drafts_.find(std::string(turn_id));
    if (place == drafts_.end()) return std::optional<bot::DraftRecord>();
    return std::optional(place->second);
  }

  Status SaveDraftEvent(const bot::DraftEventRecord& event) override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    for (const bot::TurnRecord& turn : turns_) {
      if (turn.id != event.turn_id) continue;
      draft_events_.insert({turn.id, event.event});
      return {};
    }
    return Error::NotFound("note an event: no such turn");
  }

  Result<std::int64_t> CountTurns() override {
    std::lock_guard lock(mutex_);
    RETURN_IF_ERROR(Check());
    return static_cast<std::int64_t>(turns_.size());
  }

  // Forgets everything.
  void Clear() {
    std::lock_guard lock(mutex_);
    conversations_.clear();
    turns_.clear();
    events_.clear();
    drafts_.clear();
    draft_events_.clear();
    feedback_.clear();
  }

  // What was kept, in order.
  std::vector<bot::TurnRecord> turns() const {
    std::lock_guard lock(mutex_);
    return turns_;
  }
  std::vector<bot::deflection::Event> events() const {
    std::lock_guard lock(mutex_);
    return events_;
  }
  std::set<std::pair<std::string, bot::DraftEvent>> draft_events() const {
    std::lock_guard lock(mutex_);
    return draft_events_;
  }
  std::vector<bot::ConversationRecord> conversations() const {
    std::lock_guard lock(mutex_);
    std::vector<bot::ConversationRecord> all;
    for (const auto& [id, conversation] : conversations_) all.push_back(conversation);
    return all;
  }

 private:
  enum class State { kGood, kBroken };

  void Set(State state) {
    std::lock_guard lock(mutex_);
    state_ = state;
  }

  Status Check() const {
    if (state_ == State::kBroken) return Error::Unavailable("the fake store is broken");
    return {};
  }

  mutable std::mutex mutex_;
  State state_ = State::kGood;
  std::map<std::string, bot::ConversationRecord> conversations_;
  std::vector<bot::TurnRecord> turns_;
  std::vector<bot::deflection::Event> events_;
  std::map<std::string, bot::DraftRecord> drafts_;
  std::set<std::pair<std::string, bot::DraftEvent>> draft_events_;
  std::map<std::string, bot::FeedbackRecord> feedback_;
};

}  // namespace pomocnik::testing
