#include "tests/conversations/transcript.h"

#include <algorithm>
#include <sstream>

#include "bot/dialogue/reply.h"

namespace pomocnik::testing {
namespace {

// "name: value" or a name alone.
std::pair<std::string, std::string> Split(const std::string& line) {
  std::size_t colon = line.find(": ");
  if (colon == std::string::npos) return {line, ""};
  return {line.substr(0, colon), line.substr(colon + 2)};
}

// False for a name that is no part of where a person is.
bool SetPlace(const std::string& name, const std::string& value, bot::Question& question) {
  if (name == "lang") {
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

std::vector<Exchange> ParseTranscript(std::string_view text, std::vector<std::string>& errors) {
  std::vector<Exchange> exchanges;
  bot::Question place;
  place.channel = "test";
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("> ")) {
      exchanges.push_back({place, {}, number});
      exchanges.back().question.text = line.substr(2);
    } else if (line.starts_with("@ ")) {
      auto [name, value] = Split(line.substr(2));
      if (!SetPlace(name, value, place)) {
        errors.push_back(std::to_string(number) + ": unknown place " + name);
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

std::string Mismatch(const Expectation& expectation, const bot::Reply& reply) {
  const auto& [what, value, line] = expectation;
  if (what == "decision") return Equals(bot::DecisionName(reply.decision), value);
  if (what == "lang") return Equals(reply.lang, value);
  if (what == "verdict") return Equals(VerdictOf(reply), value);
  if (what == "understands") return Contains(ReadingOf(reply), value);
  if (what == "no reading") return ReadingOf(reply);
  if (what == "cites") return Contains(Ids(reply.citations), value + " ");
  if (what == "offers") return Contains(Ids(reply.choices), value + " ");
  if (what == "says") return Contains(TextOf(reply), value);
  if (what == "never says") return Contains(TextOf(reply), value).empty() ? "it does" : "";
  if (what == "drafts") return Contains(reply.handoff.draft, value);
  if (what == "no citations") return reply.citations.empty() ? "" : Ids(reply.citations);
  if (what == "no choices") return reply.choices.empty() ? "" : Ids(reply.choices);
  if (what == "no draft") return reply.handoff.draft.empty() ? "" : reply.handoff.draft;
  return "nobody knows this expectation";
}

}  // namespace pomocnik::testing
