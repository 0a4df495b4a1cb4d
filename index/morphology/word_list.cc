#include "index/morphology/word_list.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace pomocnik::index {
namespace {

// One byte a letter, lower case; absent when there is another character in it.
std::optional<std::string> Letters(const icu::UnicodeString& text) {
  icu::UnicodeString lower(text);
  lower.toLower(icu::Locale::getRoot());
  std::string letters;
  for (int32_t i = 0; i < lower.length(); ++i) {
    switch (const char16_t c = lower[i]) {
      case u'č':
      case u'ć':
        letters += 'C';
        break;
      case u'š':
        letters += 'S';
        break;
      case u'ž':
        letters += 'Z';
        break;
      case u'đ':
        letters += 'D';
        break;
      default:
        if (c < u'a' || c > u'z') return std::nullopt;
        letters += static_cast<char>(c);
    }
  }
  return letters;
}

// A position of a rule's condition: one of these letters, or none of them.
struct LetterClass {
  std::string letters;
  bool negated = false;

  bool Fits(char letter) const { return (letters.find(letter) != std::string::npos) != negated; }
};

struct AffixRule {
  std::string cut;
  std::string add;
  std::vector<LetterClass> condition;  // empty: always
};

enum class Side { kFront, kBack };

struct Affix {
  Side side = Side::kBack;
  bool crosses = false;  // may be joined with one of the other side
  std::vector<AffixRule> rules;
};

std::vector<icu::UnicodeString> Fields(const icu::UnicodeString& line) {
  std::vector<icu::UnicodeString> fields;
  icu::UnicodeString field;
  for (int32_t i = 0; i <= line.length(); ++i) {
    const bool blank =
        i == line.length() || line[i] == u' ' || line[i] == u'\t' || line[i] == u'\r';
    if (!blank) {
      field += line[i];
    } else if (!field.isEmpty()) {
      fields.push_back(field);
      field.remove();
    }
  }
  return fields;
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

std::string LetterAt(const icu::UnicodeString& text, int32_t i) {
  return Letters(icu::UnicodeString(text, i, 1)).value_or("");
}

// Reads the letters of "[^aeiou]" from the one behind the bracket to the closing bracket.
LetterClass ParseSet(const icu::UnicodeString& text, int32_t& i) {
  LetterClass set;
  set.negated = i < text.length() && text[i] == u'^';
  for (; i < text.length() && text[i] != u']'; ++i) set.letters += LetterAt(text, i);
  return set;
}

// "[^aeiou]", "ek", "." taken apart. Characters that no word has fit nothing.
std::vector<LetterClass> ParseCondition(const icu::UnicodeString& text) {
  if (text == icu::UnicodeString(u".")) return {};
  std::vector<LetterClass> condition;
  for (int32_t i = 0; i < text.length(); ++i) {
    if (text[i] == u'[') {
      condition.push_back(ParseSet(text, ++i));
    } else {
      condition.push_back({.letters = LetterAt(text, i), .negated = text[i] == u'.'});
    }
  }
  return condition;
}

// What the .aff file says. Flags are cut as its FLAG line wants: one character, two, or numbers.
class Affixes {
 public:
  explicit Affixes(const std::vector<icu::UnicodeString>& lines) {
    for (const icu::UnicodeString& line : lines) ReadLine(Fields(line));
  }

  bool empty() const { return affixes_.empty(); }

  // The flags behind the slash of an entry.
  std::vector<std::string> Flags(const std::string& text) const {
    std::size_t alias = 0;
    const char* const end = text.data() + text.size();
    if (!aliases_.empty() && std::from_chars(text.data(), end, alias).ptr == end) {
      return alias >= 1 && alias <= aliases_.size() ? Cut(aliases_[alias - 1])
                                                    : std::vector<std::string>();
    }
    return Cut(text);
  }

  const Affix* Find(const std::string& flag) const {
    const auto found = affixes_.find(flag);
    return found == affixes_.end() ? nullptr : &found->second;
  }

  bool IsNoWord(const std::vector<std::string>& flags) const {
    return !need_affix_.empty() &&
           std::find(flags.begin(), flags.end(), need_affix_) != flags.end();
  }

 private:
  void ReadLine(const std::vector<icu::UnicodeString>& fields) {
    if (fields.size() < 2) return;
    const std::string key = Utf8(fields[0]);
    const std::string value = Utf8(fields[1]);
    if (key == "FLAG") flag_size_ = value == "long" ? 2 : 1;
    if (key == "NEEDAFFIX") need_affix_ = value;
    if (key == "AF") {
      if (aliases_announced_) aliases_.push_back(value);
      aliases_announced_ = true;
    }
    if (key == "SFX" || key == "PFX") ReadAffix(fields, key == "PFX" ? Side::kFront : Side::kBack);
  }

  void ReadAffix(const std::vector<icu::UnicodeString>& fields, Side side) {
    Affix& affix = affixes_[Utf8(fields[1])];
    affix.side = side;
    if (fields.size() == 4) affix.crosses = fields[2] == icu::UnicodeString(u"Y");
    if (fields.size() < 5) return;
    const icu::UnicodeString nothing(u"0");
    icu::UnicodeString added = fields[3];
    if (const int32_t slash = added.indexOf(u'/'); slash >= 0) added.truncate(slash);
    const auto cut = fields[2] == nothing ? std::string() : Letters(fields[2]);
    const auto add = added == nothing ? std::string() : Letters(added);
    if (cut && add) affix.rules.push_back({*cut, *add, ParseCondition(fields[4])});
  }

  std::vector<std::string> Cut(const std::string& text) const {
    std::vector<std::string> flags;
    for (std::size_t i = 0; i + flag_size_ <= text.size(); i += flag_size_) {
      flags.push_back(text.substr(i, flag_size_));
    }
    return flags;
  }

  std::map<std::string, Affix> affixes_;
  std::vector<std::string> aliases_;
  bool aliases_announced_ = false;  // the first AF line holds their number
  std::string need_affix_;
  std::size_t flag_size_ = 1;
};

std::optional<std::string> Apply(const AffixRule& rule, Side side, const std::string& word) {
  const bool back = side == Side::kBack;
  if (back ? !word.ends_with(rule.cut) : !word.starts_with(rule.cut)) return std::nullopt;
  if (word.size() < rule.condition.size() || word.size() <= rule.cut.size()) return std::nullopt;
  const std::size_t first = back ? word.size() - rule.condition.size() : 0;
  for (std::size_t i = 0; i < rule.condition.size(); ++i) {
    if (!rule.condition[i].Fits(word[first + i])) return std::nullopt;
  }
  if (back) return word.substr(0, word.size() - rule.cut.size()) + rule.add;
  return rule.add + word.substr(rule.cut.size());
}

std::vector<icu::UnicodeString> Lines(const icu::UnicodeString& text) {
  std::vector<icu::UnicodeString> lines;
  for (int32_t begin = 0; begin < text.length();) {
    int32_t end = text.indexOf(u'\n', begin);
    if (end < 0) end = text.length();
    lines.emplace_back(text, begin, end - begin);
    begin = end + 1;
  }
  return lines;
}

// The name behind SET; UTF-8 when there is none.
std::string Charset(std::string_view affixes) {
  constexpr std::string_view kKey = "SET ";
  const std::size_t key =
      affixes.starts_with(kKey) ? 0 : affixes.find("\n" + std::string(kKey)) + 1;
  if (key == 0 && !affixes.starts_with(kKey)) return "UTF-8";
  const std::size_t begin = key + kKey.size();
  const std::string name(affixes.substr(begin, affixes.find_first_of(" \r\n", begin) - begin));
  return name == "ISO8859-2" ? "ISO-8859-2" : name;
}

icu::UnicodeString Decode(std::string_view text, const std::string& charset) {
  return icu::UnicodeString(text.data(), static_cast<int32_t>(text.size()), charset.c_str());
}

// The one prefix of the South Slavic languages that inflects.
constexpr std::string_view kSuperlative = "naj";

class Expander {
 public:
  explicit Expander(const Affixes& affixes) : affixes_(affixes) {}

  void Expand(const icu::UnicodeString& line) {
    const auto fields = Fields(line);
    if (fields.empty()) return;
    icu::UnicodeString word = fields[0];
    std::string flags;
    if (const int32_t slash = word.indexOf(u'/'); slash > 0) {
      flags = Utf8(icu::UnicodeString(word, slash + 1));
      word.truncate(slash);
    }
    const icu::UnicodeString lower = icu::UnicodeString(word).toLower(icu::Locale::getRoot());
    capital_ = lower == word ? Capital::kNo : Capital::kYes;
    const std::string entry = Letters(word).value_or("");
    list_.entries.push_back(entry);
    if (!entry.empty()) ExpandEntry(entry, flags);
  }

  WordList Take() { return std::move(list_); }

 private:
  void ExpandEntry(const std::string& word, const std::string& flag_text) {
    const std::vector<std::string> flags = affixes_.Flags(flag_text);
    std::vector<std::string> suffixed;  // what a prefix may be put in front of
    if (!affixes_.IsNoWord(flags)) {
      std::string joined;
      for (const std::string& flag : flags) joined += flag;
      Add(word, joined);
      suffixed.push_back(word);
    }
    for (const std::string& flag : flags) {
      const Affix* affix = affixes_.Find(flag);
      if (affix == nullptr || affix->side != Side::kBack) continue;
      for (const AffixRule& rule : affix->rules) {
        const auto form = Apply(rule, affix->side, word);
        if (!form) continue;
        Add(*form, flag);
        if (affix->crosses) suffixed.push_back(*form);
      }
    }
    for (const std::string& flag : flags) {
      const Affix* affix = affixes_.Find(flag);
      if (affix == nullptr || affix->side != Side::kFront) continue;
      for (const AffixRule& rule : affix->rules) {
        if (rule.add != kSuperlative) {
          auto prefixed = Apply(rule, affix->side, word);
          if (!prefixed) continue;
          list_.entries.push_back(*std::move(prefixed));
        }
        for (const std::string& base : suffixed) {
          if (const auto form = Apply(rule, affix->side, base)) Add(*form, flag);
        }
      }
    }
  }

  void Add(std::string form, std::string flags) {
    list_.forms.push_back({std::move(form), list_.entries.size() - 1, std::move(flags), capital_});
  }

  const Affixes& affixes_;
  WordList list_;
  Capital capital_ = Capital::kNo;
};

}  // namespace

Result<WordList> ExpandWordList(std::string_view affixes, std::string_view words) {
  const std::string charset = Charset(affixes);
  const Affixes parsed(Lines(Decode(affixes, charset)));
  if (parsed.empty()) return Error::InvalidArgument("the affix file has no rules");
  Expander expander(parsed);
  const auto lines = Lines(Decode(words, charset));
  if (lines.size() < 2) return Error::InvalidArgument("the word list is empty");
  // The first line holds the number of entries.
  for (std::size_t i = 1; i < lines.size(); ++i) expander.Expand(lines[i]);
  return expander.Take();
}

}  // namespace pomocnik::index
