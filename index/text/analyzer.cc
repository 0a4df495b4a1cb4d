#include "index/text/analyzer.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "index/text/folding.h"
#include "index/text/lemmatizer.h"
#include "index/text/suffix_rules.h"
#include "index/text/tokenizer.h"

namespace pomocnik::index {
namespace {

constexpr std::size_t kMaxTokenBytes = 64;

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Addresses, abbreviations with dots and words of other scripts do not inflect.
bool IsPunctuation(char c) { return c == '.' || c == ',' || c == '\'' || c == ':' || c == '_'; }

std::string CutToLimit(std::string folded) {
  if (folded.size() <= kMaxTokenBytes) return folded;
  std::size_t end = kMaxTokenBytes;
  while ((static_cast<unsigned char>(folded[end]) & 0xC0) == 0x80) --end;
  folded.resize(end);
  return folded;
}

// Case endings that are written behind an abbreviation with a hyphen: DDV-ja, REK-i, XML-om.
bool IsAbbreviationEnding(std::string_view folded) {
  constexpr std::array<std::string_view, 16> kEndings = {"ja",  "ju",   "jem", "jev", "ji", "je",
                                                         "jih", "jema", "jev", "a",   "u",  "om",
                                                         "i",   "ov",   "em",  "ih"};
  return std::find(kEndings.begin(), kEndings.end(), folded) != kEndings.end();
}

// By its length: many visitors type no capitals.
bool MayBeAbbreviation(std::string_view surface) {
  return surface.size() >= 2 && surface.size() <= 6 &&
         std::all_of(surface.begin(), surface.end(),
                     [](char c) { return IsAsciiLetter(c) || IsAsciiDigit(c); });
}

// The inner parts of a word with punctuation ("d.o.o", "gk.racun", "1.234,56"), and all of it joined. None when
// there is no punctuation.
struct Parts {
  std::string joined;
  std::vector<std::string> parts;
};

Parts PartsOf(std::string_view surface) {
  if (std::none_of(surface.begin(), surface.end(), IsPunctuation)) return {};
  Parts split;
  split.parts.emplace_back();
  for (const char c : surface) {
    if (IsPunctuation(c)) {
      split.parts.emplace_back();
    } else {
      split.joined += c;
      split.parts.back() += c;
    }
  }
  return split;
}

}  // namespace

// What an inflected word is an instance of.
struct WordClass {
  std::string first;
  std::string second;  // of a homograph's other reading; else empty
  std::string root;
};

struct Analyzer::State {
  Tokenizer tokenizer;
  std::shared_ptr<const Lemmatizer> lemmatizer;                 // null: rules for endings
  std::unordered_set<std::string> stop_words;                   // folded
  std::unordered_map<std::string, std::string> override_lemma;  // folded form -> folded lemma

  // REQUIRES: folded.
  std::string ClassOfLemma(std::string_view lemma) const {
    return lemmatizer == nullptr ? InflectionClass(lemma) : LightStem(lemma);
  }

  WordClass ClassOf(const std::string& word) const {
    const auto overridden = override_lemma.find(word);
    Lemmas lemmas{word, {}};
    if (overridden != override_lemma.end()) {
      lemmas.first = overridden->second;
    } else if (!IsPlainWord(word)) {
      return {word, {}, word};
    } else if (lemmatizer != nullptr) {
      lemmas = lemmatizer->Find(word);
    }
    WordClass result;
    result.first = ClassOfLemma(lemmas.first);
    if (!lemmas.second.empty()) result.second = ClassOfLemma(lemmas.second);
    if (result.second == result.first) result.second.clear();
    result.root = DerivationClass(InflectionClass(lemmas.first));
    return result;
  }

  // Of a word that stands alone; the surface is empty when nothing of it is left.
  Token TokenOf(std::string_view surface) const {
    Token token;
    token.surface = CutToLimit(Fold(surface));
    token.code = std::any_of(token.surface.begin(), token.surface.end(), IsAsciiDigit) ||
                 token.surface.size() <= 2;
    token.stop_word = stop_words.contains(token.surface);
    if (token.code && !override_lemma.contains(token.surface)) {
      token.lemma = token.root = token.surface;
    } else {
      WordClass word = ClassOf(token.surface);
      token.lemma = std::move(word.first);
      token.second = std::move(word.second);
      token.root = token.code ? token.surface : std::move(word.root);
    }
    AddParts(token);
    return token;
  }

  void AddParts(Token& token) const {
    Parts parts = PartsOf(token.surface);
    if (parts.parts.empty()) return;
    token.compounds.push_back(std::move(parts.joined));
    for (const std::string& part : parts.parts) {
      if (part.size() >= 3) token.compounds.push_back(ClassOf(part).first);
    }
  }
};

Status CheckLemmaModel(const kb::Lexicon& lexicon) {
  if (lexicon.lemma_model.empty()) return {};
  const auto parsed = Lemmatizer::Parse(lexicon.lemma_model);
  return parsed ? Status() : parsed.error();
}

Analyzer::Analyzer(const kb::Lexicon& lexicon) : state_(std::make_unique<State>()) {
  if (!lexicon.lemma_model.empty()) {
    auto lemmatizer = Lemmatizer::Parse(lexicon.lemma_model);
    assert(lemmatizer);
    state_->lemmatizer = *std::move(lemmatizer);
  }
  for (const auto& word : lexicon.stop_words) state_->stop_words.insert(Fold(word));
  for (const auto& [form, lemma] : lexicon.overrides) {
    state_->override_lemma[Fold(form)] = Fold(lemma);
  }
}

Analyzer::~Analyzer() = default;

std::vector<Token> Analyzer::Analyze(std::string_view text) const {
  return AnalyzeWith(text, [&](std::string_view word) { return state_->TokenOf(word); });
}

std::vector<Token> Analyzer::Analyze(std::string_view text, TokenMemo& memo) const {
  return AnalyzeWith(text, [&](std::string_view word) {
    const auto found = memo.find(word);
    if (found != memo.end()) return found->second;
    return memo.emplace(word, state_->TokenOf(word)).first->second;
  });
}

template <typename TokenOf>
std::vector<Token> Analyzer::AnalyzeWith(std::string_view text, TokenOf token_of) const {
  const std::vector<Word> words = state_->tokenizer.Split(text);
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  std::string_view previous_surface;
  for (const Word& word : words) {
    std::string_view surface = text.substr(word.begin, word.end - word.begin);
    Token token = token_of(surface);
    token.begin = word.begin;
    token.end = word.end;
    if (token.surface.empty()) continue;
    if (word.glued && !tokens.empty()) {
      if (MayBeAbbreviation(previous_surface) && IsAbbreviationEnding(token.surface)) continue;
      Token& head = tokens.back();
      if (head.compounds.empty()) {
        std::string joined = CutToLimit(head.surface + token.surface);
        bool code = std::any_of(joined.begin(), joined.end(), IsAsciiDigit);
        head.compounds.push_back(code ? joined : state_->ClassOf(joined).first);
      }
    }
    tokens.push_back(std::move(token));
    previous_surface = surface;
  }
  return tokens;
}

std::string WordSet(const std::vector<Token>& tokens) {
  std::set<std::string_view> lemmas;
  for (const Token& token : tokens) {
    if (!token.stop_word) lemmas.insert(token.lemma);
  }
  std::string words;
  for (const std::string_view lemma : lemmas) words.append(words.empty() ? "" : " ").append(lemma);
  return words;
}

std::string Analyzer::Key(std::string_view text) const {
  std::string key;
  for (const Token& token : Analyze(text)) {
    if (token.stop_word) continue;
    if (!key.empty()) key += ' ';
    key += token.lemma;
  }
  return key;
}

}  // namespace pomocnik::index
