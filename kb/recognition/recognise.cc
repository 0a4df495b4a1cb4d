#include "kb/recognition/recognise.h"

#include <optional>
#include <string>
#include <utility>

#include "kb/dates/validity.h"
#include "kb/recognition/guess.h"
#include "kb/recognition/kind.h"
#include "kb/recognition/language.h"
#include "kb/recognition/last_change.h"
#include "kb/recognition/module.h"
#include "kb/recognition/program_version.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

// How sure a text makes it that it holds from or until a day.
constexpr double kSaidOfAnything = 0.8;
constexpr double kSaidOfItself = 0.9;

class Recogniser {
 public:
  Recogniser(ImportedArticle& imported, const Names& names, const SourceDefaults& defaults)
      : imported_(imported),
        article_(imported.article),
        names_(names),
        defaults_(defaults),
        text_(TextOf(article_.blocks)) {}

  void Run() {
    FindLanguage();
    FindKind();
    FindModule();
    FindRange();
    FindDates();
  }

 private:
  void Tell(std::string field, std::string value, double confidence, std::string evidence) {
    imported_.findings.push_back(
        {std::move(field), std::move(value), confidence, std::move(evidence)});
  }

  void FindLanguage() {
    const auto guess = GuessLanguage(article_.title + "\n" + text_, names_.languages);
    if (!article_.lang.empty()) {
      if (!guess || guess->value == article_.lang || !Contradicts(*guess)) return;
      Tell("lang", guess->value, guess->confidence,
           guess->evidence + ", although the source says " + article_.lang);
      article_.lang = guess->value;
      return;
    }
    article_.lang = Choose("lang", guess, defaults_.lang, "sl");
  }

  // Whether the text is clearly of that language when it is one of the two: it may well be like a third.
  bool Contradicts(const Guess<std::string>& guess) const {
    std::vector<LanguageWords> two;
    for (const LanguageWords& language : names_.languages) {
      if (language.lang == guess.value || language.lang == article_.lang) two.push_back(language);
    }
    if (two.size() < 2) return guess.confidence >= kContradicts;
    const auto clearer = GuessLanguage(article_.title + "\n" + text_, two);
    return clearer && clearer->value == guess.value && clearer->confidence >= kContradicts;
  }

  // What there is of a text: recognised, said by the configuration, or usual.
  std::string Choose(const std::string& field, const std::optional<Guess<std::string>>& guess,
                     const std::string& by_default, std::string_view otherwise) {
    if (guess && (guess->confidence >= kSure || by_default.empty())) {
      Tell(field, guess->value, guess->confidence, guess->evidence);
      return guess->value;
    }
    if (!by_default.empty()) return by_default;
    Tell(field, std::string(otherwise), 0, "nothing tells");
    return std::string(otherwise);
  }

  void FindKind() {
    if (imported_.kind) {
      article_.kind = *imported_.kind;
      return;
    }
    const auto guess = GuessKind(imported_, names_.kinds);
    if (guess && (guess->confidence >= kSure || !defaults_.kind)) {
      article_.kind = guess->value;
      Tell("kind", std::string(KindName(guess->value)), guess->confidence, guess->evidence);
      return;
    }
    article_.kind = defaults_.kind.value_or(Kind::kTip);
    if (!defaults_.kind) Tell("kind", std::string(KindName(article_.kind)), 0, "nothing tells");
  }

  void FindModule() {
    if (!article_.module.empty()) return;
    article_.module = Choose("module", GuessModule(imported_, text_, names_.modules),
                             defaults_.module, kNoModule);
  }

  // A list of releases names many versions and is of none of them.
  void FindRange() {
    if (!article_.version_from.empty() || !article_.version_to.empty()) return;
    const bool of_one = article_.kind != Kind::kRelease;
    const auto range = FindVersions(article_.title, of_one ? text_ : std::string());
    if (!range || range->confidence < kLikely) return;
    article_.version_from = range->value.from;
    article_.version_to = range->value.to;
    TellUnlessEmpty("version_from", range->value.from, *range);
    TellUnlessEmpty("version_to", range->value.to, *range);
  }

  void TellUnlessEmpty(std::string field, const std::string& value,
                       const Guess<VersionRange>& from) {
    if (!value.empty()) Tell(std::move(field), value, from.confidence, from.evidence);
  }

  void FindDates() {
    Fill("updated", FindLastChange(text_), article_.updated);
    const bool is_news = article_.kind == Kind::kLegislation || article_.kind == Kind::kNewsletter;
    const Validity validity =
        FindValidity(text_, is_news ? Holding::kAnything : Holding::kTextItself)
            .value_or(Validity());
    const double confidence = is_news ? kSaidOfAnything : kSaidOfItself;
    const auto guess = [&](const std::optional<Date>& date) {
      return date ? std::optional(Guess<Date>{*date, confidence, validity.evidence}) : std::nullopt;
    };
    Fill("valid_from", guess(validity.from), article_.valid_from);
    Fill("valid_to", guess(validity.to), article_.valid_to);
    // What ends before it begins was misread.
    if (article_.valid_from && article_.valid_to && *article_.valid_from > *article_.valid_to) {
      article_.valid_from.reset();
    }
  }

  void Fill(std::string field, const std::optional<Guess<Date>>& guess, std::optional<Date>& date) {
    if (date || !guess) return;
    date = guess->value;
    Tell(std::move(field), FormatDate(guess->value), guess->confidence, guess->evidence);
  }

  ImportedArticle& imported_;
  Article& article_;
  const Names& names_;
  const SourceDefaults& defaults_;
  std::string text_;
};

}  // namespace

void Recognise(ImportedArticle& imported, const Names& names, const SourceDefaults& defaults) {
  Recogniser(imported, names, defaults).Run();
}

}  // namespace pomocnik::kb::recognition
