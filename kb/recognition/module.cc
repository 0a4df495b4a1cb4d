#include "kb/recognition/module.h"

#include <algorithm>
#include <utility>

#include "kb/markdown/slug.h"
#include "kb/recognition/words.h"

namespace pomocnik::kb::recognition {
namespace {

constexpr int kTitleWeight = 4;        // of a word in the title against one in the text
constexpr std::size_t kEnough = 4000;  // bytes of a text that are looked at

// "Osnovna sredstva: prenos …" -> "Osnovna sredstva"; empty without a colon or dash.
std::string_view BeforeMark(std::string_view title) {
  for (const std::string_view mark : {": ", " – ", " - "}) {
    const std::size_t at = title.find(mark);
    if (at != std::string_view::npos) return title.substr(0, at);
  }
  return {};
}

// "DK.Temeljnica" -> "dk", "IDH_BLA_UVOD" -> "bla", "FAK" -> "fak".
std::string PrefixOfScreen(std::string_view screen) {
  if (screen.starts_with("IDH_")) screen.remove_prefix(4);
  return Slug(screen.substr(0, screen.find_first_of("._")));
}

bool Holds(const std::vector<std::string>& list, std::string_view text) {
  return !text.empty() && std::find(list.begin(), list.end(), text) != list.end();
}

class ModuleGuesser {
 public:
  ModuleGuesser(const ImportedArticle& imported, std::string_view text)
      : imported_(imported),
        title_(Slug(imported.article.title)),
        title_head_(Slug(BeforeMark(imported.article.title))),
        address_(
            SlugOfAddress(imported.article.url.empty() ? imported.address : imported.article.url)),
        first_line_(Slug(text.substr(0, text.find('\n')))),
        text_(Slug(text)) {
    text_.resize(std::min(text_.size(), kEnough));
  }

  void ConsiderModule(const ModuleNames& names) {
    ConsiderBreadcrumb(names);
    ConsiderScreens(names);
    ConsiderTitle(names);
    ConsiderAddress(names);
    ConsiderTags(names);
    ConsiderFirstLine(names);
    CountWords(names);
  }

  std::optional<Guess<std::string>> Best() && {
    // Words decide only by a clear lead.
    if (most_ > 0 && most_ > second_) {
      const double lead = static_cast<double>(most_ - second_) / most_;
      Consider(best_, {leader_, 0.2 + 0.4 * lead, std::to_string(most_) + " words of its subject"});
    }
    return std::move(best_);
  }

 private:
  void Take(const ModuleNames& names, double confidence, std::string evidence) {
    Consider(best_, {names.module, confidence, std::move(evidence)});
  }

  // The innermost entry is the most exact.
  void ConsiderBreadcrumb(const ModuleNames& names) {
    const auto& entries = imported_.breadcrumb;
    double confidence = 0.98;
    for (std::size_t i = entries.size(); i > 0; --i) {
      const std::string slug = Slug(entries[i - 1]);
      if (Holds(names.names, slug) || Holds(names.abbreviations, slug)) {
        Take(names, confidence, "the breadcrumb's " + entries[i - 1]);
      }
      confidence = std::max(confidence - 0.04, 0.0);
    }
  }

  void ConsiderScreens(const ModuleNames& names) {
    for (const ScreenRef& ref : imported_.article.f1) {
      if (Holds(names.abbreviations, PrefixOfScreen(ref.screen)) ||
          Holds(names.names, Slug(ref.app))) {
        Take(names, 0.95, "the screen " + ref.screen);
      }
    }
  }

  void ConsiderTitle(const ModuleNames& names) {
    if (Holds(names.names, title_head_)) Take(names, 0.9, "the head of the title");
    if (Holds(names.names, title_)) Take(names, 0.85, "the title");
    for (const std::string& name : names.names) {
      if (BeginsWithWords(title_, name)) Take(names, 0.85, "the beginning of the title");
      if (HasWords(title_, name)) Take(names, 0.7, "a name in the title");
    }
    if (HasAbbreviation(names)) Take(names, 0.8, "an abbreviation in the title");
  }

  // In capitals, so that a word of two letters is not taken for one.
  bool HasAbbreviation(const ModuleNames& names) const {
    std::string_view rest = imported_.article.title;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" ,.:;()/\""), rest.size());
      const std::string_view word = rest.substr(0, end);
      const bool has_small =
          std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      if (!has_small && Holds(names.abbreviations, Slug(word))) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
  }

  void ConsiderAddress(const ModuleNames& names) {
    const std::size_t last = address_.rfind('-');
    // Copies have a number behind them.
    std::string_view stem = address_;
    if (last != std::string::npos &&
        address_.find_first_not_of("0123456789", last + 1) == std::string::npos) {
      stem = stem.substr(0, last);
    }
    for (const std::string& name : names.names) {
      // "trgovina-delovni-nalogi" is more exact than "trgovina".
      const double exactness = 0.0005 * static_cast<double>(std::min<std::size_t>(name.size(), 40));
      if (BeginsWithWords(stem, name)) {
        Take(names, 0.9 + exactness, "the address begins with " + name);
      }
      if (EndsWithWords(stem, name)) Take(names, 0.75, "the address ends in " + name);
    }
    for (const std::string& name : names.abbreviations) {
      if (BeginsWithWords(stem, name)) Take(names, 0.85, "the address begins with " + name);
      if (EndsWithWords(stem, name) && name.size() > 2)
        Take(names, 0.92, "the address ends in " + name);
    }
  }

  void ConsiderTags(const ModuleNames& names) {
    for (const std::string& tag : imported_.article.tags) {
      if (Holds(names.names, Slug(tag))) Take(names, 0.7, "the tag " + tag);
    }
  }

  // A heading of a newsletter that stands above its items.
  void ConsiderFirstLine(const ModuleNames& names) {
    if (Holds(names.names, first_line_)) Take(names, 0.85, "the first line of the text");
  }

  void CountWords(const ModuleNames& names) {
    int count = 0;
    const auto add = [&](const std::string& words) {
      count += kTitleWeight * CountBeginnings(title_, words) + CountBeginnings(text_, words);
    };
    for (const std::string& name : names.names) add(name);
    for (const std::string& words : names.words) add(words);
    if (count > most_) {
      second_ = std::exchange(most_, count);
      leader_ = names.module;
    } else {
      second_ = std::max(second_, count);
    }
  }

  const ImportedArticle& imported_;
  std::string title_;
  std::string title_head_;
  std::string address_;
  std::string first_line_;
  std::string text_;
  std::optional<Guess<std::string>> best_;
  std::string leader_;
  int most_ = 0;
  int second_ = 0;
};

}  // namespace

std::optional<Guess<std::string>> GuessModule(const ImportedArticle& imported,
                                              std::string_view text,
                                              const std::vector<ModuleNames>& modules) {
  ModuleGuesser guesser(imported, text);
  for (const ModuleNames& names : modules) guesser.ConsiderModule(names);
  return std::move(guesser).Best();
}

}  // namespace pomocnik::kb::recognition
