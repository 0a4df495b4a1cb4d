// How much of what is personal is found, and how much of what is not.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

#include "bot/privacy/redaction.h"
#include "tests/bot/privacy/business_samples.h"
#include "tests/bot/privacy/personal_samples.h"

namespace pomocnik::bot {
namespace {

using testing::Kind;
using testing::Sample;

constexpr std::size_t kSamples = 5000;

bool IsAsciiWord(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Nothing of the value is left, and all of the sentence is. A number may be one of two kinds by its check
// digits, so any label will do.
bool IsTakenOut(const Sample& sample) {
  const std::string text = Redact(sample.Text()).text;
  const std::size_t kept = sample.before.size() + sample.behind.size();
  if (text.size() < kept || text.compare(0, sample.before.size(), sample.before) != 0 ||
      text.compare(text.size() - sample.behind.size(), std::string::npos, sample.behind) != 0) {
    return false;
  }
  std::string middle = text.substr(sample.before.size(), text.size() - kept);
  const std::size_t label = middle.find('[');
  if (label == std::string::npos) return false;
  middle.erase(label, middle.find(']', label) - label);
  return std::none_of(middle.begin(), middle.end(), IsAsciiWord);
}

// Counts by the way of writing, with the first examples of each.
class Tally {
 public:
  void Add(const Sample& sample) {
    ++total_;
    Row& row = rows_[sample.writing];
    if (row.count++ < 3)
      row.examples += "\n    " + sample.Text() + " -> " + Redact(sample.Text()).text;
  }
  std::size_t total() const { return total_; }
  std::string Text() const {
    std::string text = std::to_string(total_) + " of " + std::to_string(kSamples);
    for (const auto& [writing, row] : rows_) {
      text += "\n  " + std::string(writing) + ": " + std::to_string(row.count) + row.examples;
    }
    return text;
  }

 private:
  struct Row {
    std::size_t count = 0;
    std::string examples;
  };
  std::size_t total_ = 0;
  std::map<std::string_view, Row> rows_;
};

struct Bar {
  Kind kind;
  std::string_view name;
  std::size_t missed;  // at most, of kSamples
};

TEST_CASE("personal data is found however it is written") {
  for (const Bar& bar : {Bar{Kind::kEmso, "EMŠO", 5}, Bar{Kind::kTaxNumber, "tax number", 5},
                         Bar{Kind::kIban, "IBAN", 5}, Bar{Kind::kCard, "card", 5},
                         Bar{Kind::kEmail, "e-mail", 50}, Bar{Kind::kPhone, "phone", 50}}) {
    Tally missed;
    for (const Sample& sample : MakeSamples(bar.kind, kSamples, 1)) {
      if (!IsTakenOut(sample)) missed.Add(sample);
    }
    CHECK_MESSAGE(missed.total() <= bar.missed, bar.name << " missed: " << missed.Text());
  }
}

TEST_CASE("numbers of documents, articles and accounts, dates and amounts are kept") {
  Tally touched;
  for (const Sample& sample : testing::MakeBusinessSamples(kSamples, 1)) {
    if (!Redact(sample.Text()).found.empty()) touched.Add(sample);
  }
  CHECK_MESSAGE(touched.total() <= 25, "touched: " << touched.Text());
}

}  // namespace
}  // namespace pomocnik::bot
