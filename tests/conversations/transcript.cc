#include "tests/conversations/transcript.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <sstream>
#include <utility>

#include "index/text/local_day.h"

namespace pomocnik::testing {
namespace {

// "name: value" or a name alone.
std::pair<std::string, std::string> Split(const std::string& line) {
  std::size_t colon = line.find(": ");
  if (colon == std::string::npos) return {line, ""};
  return {line.substr(0, colon), line.substr(colon + 2)};
}

// "2026-11-23T18:00", as a clock in Ljubljana shows it.
std::optional<Instant> ParseLocalTime(const std::string& text) {
  const std::optional<Date> day = ParseDate(text.substr(0, 10));
  int hour = 0;
  int minute = 0;
  const bool timed =
      text.size() == 16 && std::sscanf(text.c_str() + 10, "T%2d:%2d", &hour, &minute) == 2;
  if (!day || !timed) return std::nullopt;
  return index::FromLocalTime(*day, std::chrono::hours(hour) + std::chrono::minutes(minute));
}

// False for a name that says nothing of where and when a person is.
bool SetPlace(const std::string& name, const std::string& value, Exchange& place) {
  bot::Question& question = place.question;
  if (name == "now") {
    const std::optional<Instant> now = ParseLocalTime(value);
    if (!now) return false;
    place.now = *now;
  } else if (name == "lang") {
    question.lang = value;
  } else if (name == "app") {
    question.context.app = value;
  } else if (name == "screen") {
    question.context.screen = value;
  } else if (name == "module") {
    question.context.module = value;
  } else if (name == "version") {
    question.context.version = value;
  } else if (name == "reading") {
    question.reading = value == "literal" ? index::Reading::kLiteral : index::Reading::kCorrected;
  } else {
    return false;
  }
  return true;
}

std::string TextOf(const bot::Reply& reply) {
  std::string text;
  for (const auto& block : reply.blocks) text += kb::PlainText(block) + "\n";
  if (!reply.verdict) return text;
  for (const auto& block : reply.verdict->blocks) text += kb::PlainText(block) + "\n";
  return text;
}

std::string Ids(const std::vector<bot::Citation>& citations) {
  std::string ids;
  for (const auto& citation : citations) ids += citation.article.id + " ";
  return ids;
}

std::string Ids(const std::vector<bot::Choice>& choices) {
  std::string ids;
  for (const auto& choice : choices) ids += choice.article.id + " ";
  return ids;
}

std::string ReadingOf(const bot::Reply& reply) {
  return reply.understood ? reply.understood->text + " [" + reply.understood->offer + "]" : "";
}

std::string Contains(const std::string& text, const std::string& part) {
  return text.find(part) == std::string::npos ? "it is: " + text : "";
}

std::string VerdictOf(const bot::Reply& reply) {
  if (!reply.verdict) return "none given";
  std::string text(bot::VerdictName(reply.verdict->verdict));
  for (const auto& rule : reply.verdict->rules) text += " " + rule;
  return text;
}

std::string Equals(std::string_view actual, const std::string& expected) {
  return actual == expected ? "" : "it is: " + std::string(actual);
}

}  // namespace

std::vector<Exchange> ParseTranscript(std::string_view text, Instant now,
                                      std::vector<std::string>& errors) {
  std::vector<Exchange> exchanges;
  Exchange place;
  place.question.channel = "test";
  place.now = now;
  place.conversation = Exchange::Conversation::kNew;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (line == "---") {
      place.conversation = Exchange::Conversation::kNew;
    } else if (line.starts_with("> ") || line.starts_with("+ ")) {
      Exchange& exchange = exchanges.emplace_back(place);
      (line.front() == '>' ? exchange.question.text : exchange.question.choice) = line.substr(2);
      exchange.line = number;
      place.conversation = Exchange::Conversation::kSame;
    } else if (line.starts_with("@ ")) {
      auto [name, value] = Split(line.substr(2));
      if (!SetPlace(name, value, place)) {
        errors.push_back(std::to_string(number) + ": no place or time: " + line);
      }
    } else if (exchanges.empty()) {
      errors.push_back(std::to_string(number) + ": an expectation before the first question");
    } else {
      auto [what, value] = Split(line);
      exchanges.back().expectations.push_back({what, value, number});
    }
  }
  return exchanges;
}

std::string Mismatch(const Expectation& expectation, const bot::Answer& answer) {
  const auto& [what, value, line] = expectation;
  const bot::Reply& reply = answer.reply;
  const bot::Draft draft = reply.handoff.draft.value_or(bot::Draft{});
  if (what == "decision") return Equals(bot::DecisionName(reply.decision), value);
  if (what == "lang") return Equals(reply.lang, value);
  if (what == "verdict") return Equals(VerdictOf(reply), value);
  if (what == "clause") return Contains(reply.verdict ? reply.verdict->clause : "", value);
  if (what == "asks") return Equals(answer.conversation.open_fact, value);
  if (what == "episode") return Equals(std::to_string(answer.conversation.episode), value);
  if (what == "understands") return Contains(ReadingOf(reply), value);
  if (what == "cites") return Contains(Ids(reply.citations), value + " ");
  if (what == "offers") return Contains(Ids(reply.choices), value + " ");
  if (what == "says") return Contains(TextOf(reply), value);
  if (what == "never says") return Contains(TextOf(reply), value).empty() ? "it does" : "";
  if (what == "drafts") return Contains(draft.text, value);
  if (what == "never drafts") return Contains(draft.text, value).empty() ? "it does" : "";
  if (what == "draft title") return Equals(draft.title, value);
  if (what == "reference") return Equals(draft.reference, value);
  if (what == "no reading") return ReadingOf(reply);
  if (what == "no citations") return Ids(reply.citations);
  if (what == "no choices") return Ids(reply.choices);
  if (what == "no draft") return draft.text;
  if (what == "no verdict") return reply.verdict ? VerdictOf(reply) : "";
  return "nobody knows this expectation";
}

}  // namespace pomocnik::testing
