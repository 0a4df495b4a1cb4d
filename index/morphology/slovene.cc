#include "index/morphology/slovene.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "index/morphology/form_trie.h"
#include "index/morphology/frequent_words.h"
#include "index/morphology/paradigms.h"
#include "index/morphology/usual_share.h"

namespace pomocnik::index {
namespace {

using Progress = std::function<void(std::size_t done, std::size_t total)>;

// Of the predicted forms, weighed by how well the list's own flags agree, this share must be listed.
constexpr double kLeastSupport = 0.52;
constexpr double kUnflagged = 0.97;
constexpr double kOtherPart = 0.8;

constexpr int kRounds = 4;
constexpr double kLeastReading = 0.05;  // a second reading's share of the best one's score

constexpr double kOwnWord = 2.5;  // a listed dictionary form is rarely meant as another word's form
constexpr double kMeanShare = 0.2;  // of a form among a word's: scores are about 1
constexpr double kFrequentWord = 6;
constexpr double kNameForWord =
    0.3;  // a name as the reading of a common word, or the other way round
constexpr double kName = 0.5;

// How likely a reading is before anything is known of the word.
double PriorOf(PartOfSpeech part) {
  switch (part) {
    case PartOfSpeech::kNoun:
      return 1;
    case PartOfSpeech::kAdjective:
      return 0.6;
    case PartOfSpeech::kVerb:
      return 0.5;
  }
  return 0;
}

unsigned Bit(PartOfSpeech part) { return static_cast<unsigned>(part); }

// What a flag of the Slovene list (hunspell-sl) says about the part of speech; 0: nothing.
unsigned PartsOf(std::string_view flags) {
  unsigned parts = 0;
  for (const char flag : flags) {
    if (std::string_view("MJKZS").find(flag) != std::string_view::npos) {
      parts |= Bit(PartOfSpeech::kNoun);
    } else if (std::string_view("PRQ").find(flag) != std::string_view::npos) {
      parts |= Bit(PartOfSpeech::kAdjective);
    } else if (std::string_view("VEGFHITLUWY").find(flag) != std::string_view::npos) {
      parts |= Bit(PartOfSpeech::kVerb);
    }
  }
  return parts;
}

struct Form {
  unsigned parts = 0;
  Capital capital = Capital::kYes;  // kNo as soon as one entry is a common word
};

// An ending of a paradigm, taken apart.
struct Ending {
  std::string text;
  bool changed_stem = false;
  bool optional = false;
  bool superlative = false;
  double usual = 0;  // UsualShare
};

struct Inflection {
  const Paradigm* paradigm = nullptr;
  std::vector<Ending> endings;
  double required = 0;  // how many are not optional
};

// "/ov" -> {"ov", changed_stem}.
Ending ParseEnding(std::string_view word) {
  Ending ending;
  const auto take = [&word](char mark) {
    if (!word.starts_with(mark)) return false;
    word.remove_prefix(1);
    return true;
  };
  ending.superlative = take('^');
  ending.optional = take('?') || ending.superlative;
  ending.changed_stem = take('/');
  if (word != "-") ending.text = word;
  return ending;
}

std::vector<Inflection> ReadParadigms() {
  std::vector<Inflection> inflections;
  for (const Paradigm& paradigm : SloveneParadigms()) {
    Inflection inflection;
    inflection.paradigm = &paradigm;
    std::string_view rest = paradigm.forms;
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      Ending& ending = inflection.endings.emplace_back(ParseEnding(word));
      ending.usual =
          UsualShare(paradigm, ending.text, ending.optional ? Optional::kYes : Optional::kNo);
      if (!inflection.endings.back().optional) ++inflection.required;
    }
    inflections.push_back(std::move(inflection));
  }
  return inflections;
}

struct HypotheticalForm {
  std::uint32_t form = 0;
  double usual = 0;  // UsualShare, of the most usual of the endings that make it
};

// A word taken for a dictionary form of a paradigm.
struct Hypothesis {
  std::uint32_t lemma = 0;  // a form
  const Paradigm* paradigm = nullptr;
  std::vector<HypotheticalForm> forms;  // sorted, each once
  double support = 0;                   // share of the predicted forms that are listed
  double doubt = 1;                     // lower for what is rather another word's form
  double owned = 0;                     // how many forms it keeps after sharing
  double weight = 0;
};

// The list's forms, each once, in alphabetical order.
std::vector<std::string> DistinctForms(const WordList& list) {
  std::vector<std::string_view> all;
  all.reserve(list.forms.size());
  for (const ListedForm& listed : list.forms) all.push_back(listed.form);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return {all.begin(), all.end()};
}

// A hypothesis that claims a form.
struct Reading {
  std::uint32_t hypothesis = 0;
  double usual = 0;
};

class Derivation {
 public:
  explicit Derivation(const WordList& list)
      : texts_(DistinctForms(list)),
        trie_(texts_),
        forms_(texts_.size()),
        readings_(texts_.size()) {
    for (const ListedForm& listed : list.forms) {
      Form& form = forms_[trie_.FormAt(trie_.Walk(FormTrie::kRoot, listed.form))];
      form.parts |= PartsOf(listed.flags);
      if (listed.capital == Capital::kNo) form.capital = Capital::kNo;
    }
  }

  std::vector<FormLemma> Derive(const Progress& progress) {
    Suppose(progress);
    Share();
    std::vector<FormLemma> pairs;
    for (std::uint32_t form = 0; form < forms_.size(); ++form) Choose(form, pairs);
    return pairs;
  }

 private:
  void Suppose(const Progress& progress) {
    const std::vector<Inflection> inflections = ReadParadigms();
    for (std::uint32_t lemma = 0; lemma < forms_.size(); ++lemma) {
      for (const Inflection& inflection : inflections) Try(lemma, inflection);
      progress(lemma + 1, forms_.size());
    }
  }

  // Letters. Verbs such as brati have an ending that is long enough to know them by.
  static std::size_t LeastStem(const Paradigm& paradigm) {
    constexpr std::size_t kLong = 4;
    return paradigm.part == PartOfSpeech::kVerb && paradigm.ending.size() >= kLong ? 1 : 2;
  }

  void Try(std::uint32_t lemma, const Inflection& inflection) {
    const Paradigm& paradigm = *inflection.paradigm;
    const std::string_view word = texts_[lemma];
    if (!word.ends_with(paradigm.ending) ||
        word.size() < paradigm.ending.size() + LeastStem(paradigm))
      return;
    const std::string_view stem = word.substr(0, word.size() - paradigm.ending.size());
    if (!FitsStem(paradigm.stem_end, stem)) return;
    const auto changed = ChangedStem(paradigm.change, stem);
    if (!changed) return;

    Hypothesis hypothesis;
    hypothesis.support = FindForms(inflection, stem, *changed, hypothesis.forms);
    if (hypothesis.support < kLeastSupport) return;
    hypothesis.lemma = lemma;
    hypothesis.paradigm = &paradigm;
    hypothesis.doubt = DoubtOf(word, paradigm, hypothesis.support);
    hypothesis.owned = static_cast<double>(hypothesis.forms.size());
    for (const HypotheticalForm& form : hypothesis.forms) {
      readings_[form.form].push_back({static_cast<std::uint32_t>(hypotheses_.size()), form.usual});
    }
    hypotheses_.push_back(std::move(hypothesis));
  }

  // Returns the share of the predicted forms that are listed; gives up as soon as it will not be enough.
  double FindForms(const Inflection& inflection, std::string_view stem, std::string_view changed,
                   std::vector<HypotheticalForm>& forms) const {
    const std::uint32_t plain_node = trie_.Walk(FormTrie::kRoot, stem);
    const std::uint32_t changed_node = inflection.paradigm->change == StemChange::kNone
                                           ? plain_node
                                           : trie_.Walk(FormTrie::kRoot, changed);
    double found = 0;
    double left = inflection.required;
    for (const Ending& ending : inflection.endings) {
      const std::uint32_t form =
          trie_.FormAt(trie_.Walk(ending.changed_stem ? changed_node : plain_node, ending.text));
      if (!ending.optional) --left;
      if (form != FormTrie::kNone) {
        if (!ending.optional) found += Agreement(form, inflection.paradigm->part);
        forms.push_back({form, ending.usual});
        const std::uint32_t superlative =
            ending.superlative ? trie_.FormAt(trie_.Walk(naj_, texts_[form])) : FormTrie::kNone;
        if (superlative != FormTrie::kNone) forms.push_back({superlative, ending.usual});
      }
      if (found + left < kLeastSupport * inflection.required) return 0;
    }
    std::sort(forms.begin(), forms.end(), [](const auto& one, const auto& other) {
      return std::tie(one.form, other.usual) < std::tie(other.form, one.usual);
    });
    const auto same = [](const auto& one, const auto& other) { return one.form == other.form; };
    forms.erase(std::unique(forms.begin(), forms.end(), same), forms.end());
    return found / inflection.required;
  }

  bool IsListed(const std::string& word) const {
    return trie_.FormAt(trie_.Walk(FormTrie::kRoot, word)) != FormTrie::kNone;
  }

  // Whether a stem in -l is a participle of a listed verb: pisal, umrl, padel.
  bool IsParticiple(std::string_view stem) const {
    constexpr std::size_t kShortest = 4;  // del, cel, Sola are words of their own
    if (!stem.ends_with('l') || stem.size() < kShortest) return false;
    const std::string base(stem.substr(0, stem.size() - 1));
    return base.ends_with("Se") || IsListed(base + "ti") || IsListed(base + "eti") ||
           IsListed(base + "em") || (base.ends_with('e') && IsListed(base + "m"));
  }

  // Low for what is rather another word's form: possessives (delavčev) look like plurals (delavcev) without their
  // diacritics, participles are the verb's, adjectives in -in are mostly possessives, and the definite
  // form of an adjective is no word of its own.
  double DoubtOf(std::string_view lemma, const Paradigm& paradigm, double support) const {
    constexpr std::size_t kShort = 5;  // nov, kriv
    constexpr double kSurelyListed = 0.9;
    const std::string_view stem = lemma.substr(0, lemma.size() - paradigm.ending.size());
    const bool possessive =
        (stem.ends_with("ov") || stem.ends_with("ev")) && lemma.size() >= kShort;
    if (paradigm.part == PartOfSpeech::kAdjective) {
      if (possessive) return 0.2;
      if (IsParticiple(stem)) return 0.25;
      if (stem.ends_with("in")) return 0.5;
      if (lemma.ends_with("ejSi")) return 0.1;
      if (paradigm.ending == "i" && IsListed(std::string(stem))) return 0.3;
    }
    if (paradigm.part == PartOfSpeech::kNoun) {
      if (possessive && (paradigm.ending.empty() || support < kSurelyListed)) return 0.3;
      // Nouns in -ilo (navodilo) are more usual than those in -alo, -elo; one in -l (hotel) has all its cases.
      if (IsParticiple(stem)) {
        if (lemma.ends_with("ilo")) return 0.7;
        return lemma.ends_with('l') && support >= kSurelyListed ? 0.9 : 0.3;
      }
    }
    return 1;
  }

  double Agreement(std::uint32_t form, PartOfSpeech part) const {
    const unsigned parts = forms_[form].parts;
    if (parts == 0) return kUnflagged;
    return (parts & Bit(part)) != 0 ? 1 : kOtherPart;
  }

  void Weigh() {
    for (Hypothesis& hypothesis : hypotheses_) {
      hypothesis.weight = hypothesis.support * hypothesis.doubt * hypothesis.paradigm->prior *
                          hypothesis.owned / (hypothesis.owned + 3);
    }
  }

  // Squared, so that the strong grow stronger.
  double Claim(std::uint32_t hypothesis) const {
    return hypotheses_[hypothesis].weight * hypotheses_[hypothesis].weight;
  }

  double AllClaims(std::uint32_t form) const {
    double all = 0;
    for (const Reading& reading : readings_[form]) all += Claim(reading.hypothesis);
    return all;
  }

  void Share() {
    for (int round = 0; round < kRounds; ++round) {
      Weigh();
      for (Hypothesis& hypothesis : hypotheses_) hypothesis.owned = 0;
      for (std::uint32_t form = 0; form < forms_.size(); ++form) {
        const double all = AllClaims(form);
        for (const Reading& reading : readings_[form]) {
          hypotheses_[reading.hypothesis].owned += Claim(reading.hypothesis) / all;
        }
      }
    }
    Weigh();
  }

  double Score(std::uint32_t form, const Reading& reading, double all_claims) const {
    const Hypothesis& hypothesis = hypotheses_[reading.hypothesis];
    const Form& lemma = forms_[hypothesis.lemma];
    double score = PriorOf(hypothesis.paradigm->part) * hypothesis.paradigm->prior *
                   hypothesis.doubt * Claim(reading.hypothesis) / all_claims * hypothesis.owned /
                   (hypothesis.owned + 3) * reading.usual / kMeanShare;
    if (hypothesis.lemma == form && hypothesis.doubt == 1) score *= kOwnWord;
    if (frequent_.contains(texts_[hypothesis.lemma])) return score * kFrequentWord;
    if (lemma.capital != forms_[form].capital) score *= kNameForWord;
    if (forms_[form].capital == Capital::kYes) score *= kName;
    return score;
  }

  void Choose(std::uint32_t form, std::vector<FormLemma>& pairs) const {
    const double all = AllClaims(form);
    std::vector<std::pair<double, std::uint32_t>> lemmas;  // the best score of each
    for (const Reading& reading : readings_[form]) {
      const double score = Score(form, reading, all);
      const std::uint32_t lemma = hypotheses_[reading.hypothesis].lemma;
      const auto known = std::find_if(lemmas.begin(), lemmas.end(),
                                      [&](const auto& entry) { return entry.second == lemma; });
      if (known == lemmas.end()) {
        lemmas.emplace_back(score, lemma);
      } else {
        known->first = std::max(known->first, score);
      }
    }
    std::sort(lemmas.rbegin(), lemmas.rend());
    for (std::size_t i = 0; i < std::min<std::size_t>(lemmas.size(), 2); ++i) {
      if (lemmas[i].first < kLeastReading * lemmas[0].first || lemmas[i].first <= 0) break;
      pairs.push_back({texts_[form], texts_[lemmas[i].second], lemmas[i].first});
    }
  }

  const std::vector<std::string> texts_;  // of the forms
  const FormTrie trie_;
  const std::uint32_t naj_ = trie_.Walk(FormTrie::kRoot, "naj");
  std::vector<Form> forms_;
  std::vector<std::vector<Reading>> readings_;  // of each form
  std::vector<Hypothesis> hypotheses_;
  const std::unordered_set<std::string_view> frequent_ = FrequentWords();
};

}  // namespace

std::vector<FormLemma> DeriveSlovenePairs(const WordList& list, const Progress& progress) {
  return Derivation(list).Derive(progress);
}

}  // namespace pomocnik::index
