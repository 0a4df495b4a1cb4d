// An episode as a line of words: "answer opened +3d filed".
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bot/deflection/event.h"

namespace pomocnik::testing {

// Words of a story:
//   answer policy choices abstain smalltalk handoff status unreadable   a question and the decision on it; each is a turn
//   picked          an offered article is picked and answers
//   draft           comes with the question before it; "held": before an answer that is held
//   copied portal   what is done with it
//   yes no          a vote on the turn before; "yes!" is beyond the share of its source; "yes:1" is on the first turn
//   opened dwell    a view of it; "opened:1" of the first turn, "opened=other" of another article
//   return filed    from another episode, in the portal
//   +7d +1h +1ms    time passes; "-2d" a time before
class Story {
 public:
  explicit Story(Instant begin) : now_(begin) {}

  std::vector<bot::deflection::Event> Tell(std::string_view line,
                                           std::string_view channel = "web") {
    channel_ = channel;
    std::vector<bot::deflection::Event> events;
    for (std::size_t begin = 0; begin < line.size();) {
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      const std::string_view word = line.substr(begin, end - begin);
      begin = end + 1;
      if (word.starts_with('+') || word.starts_with('-')) {
        now_ += Duration(word);
      } else {
        events.push_back(Read(word));
      }
    }
    return events;
  }

  Instant now() const { return now_; }

 private:
  using Kind = bot::deflection::EventKind;

  static std::chrono::milliseconds Duration(std::string_view word) {
    int number = 0;
    const bool back = word[0] == '-';
    const auto [unit, failure] =
        std::from_chars(word.data() + 1, word.data() + word.size(), number);
    REQUIRE(failure == std::errc());
    const std::string_view name(unit, static_cast<std::size_t>(word.data() + word.size() - unit));
    const std::chrono::milliseconds one = name == "d"   ? std::chrono::days(1)
                                          : name == "h" ? std::chrono::hours(1)
                                                        : std::chrono::milliseconds(1);
    return one * (back ? -number : number);
  }

  bot::deflection::Event Read(std::string_view word) {
    bot::deflection::Event event;
    event.at = now_;
    event.conversation_id = "c";
    event.episode = 1;
    event.channel = channel_;
    event.lang = "sl";
    event.module = "Plače";
    if (word.ends_with('!')) {
      event.counted = bot::deflection::Counted::kNo;
      word.remove_suffix(1);
    }
    event.article = article_;
    if (const auto equals = word.find('='); equals != std::string_view::npos) {
      event.article = word.substr(equals + 1);
      word = word.substr(0, equals);
    }
    event.turn_id = "t" + std::to_string(turns_);
    if (const auto colon = word.find(':'); colon != std::string_view::npos) {
      event.turn_id = "t" + std::string(word.substr(colon + 1));
      word = word.substr(0, colon);
    }
    ReadKind(word, event);
    return event;
  }

  void ReadKind(std::string_view word, bot::deflection::Event& event) {
    static const std::pair<std::string_view, Kind> kKinds[] = {
        {"draft", Kind::kDraft},   {"held", Kind::kDraft}, {"copied", Kind::kCopied},
        {"portal", Kind::kPortal}, {"yes", Kind::kVote},   {"no", Kind::kVote},
        {"opened", Kind::kView},   {"dwell", Kind::kView}, {"return", Kind::kReturn},
        {"filed", Kind::kRequest}};
    for (const auto& [name, kind] : kKinds) {
      if (word != name) continue;
      event.kind = kind;
      event.detail = word == "draft" ? decision_ : std::string(word);
      return;
    }
    event.kind = word == "picked" ? Kind::kChoice : Kind::kQuestion;
    decision_ = word == "picked" ? "answer" : std::string(word);
    event.detail = decision_;
    ++turns_;
    event.turn_id = "t" + std::to_string(turns_);
    article_ = decision_ == "answer" ? "a" + std::to_string(turns_) : "";
    event.article = article_;
  }

  Instant now_;
  std::string channel_;
  std::string decision_;
  std::string article_;
  int turns_ = 0;
};

}  // namespace pomocnik::testing
