#include "index/fts/word_table.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "index/fts/sql.h"
#include "index/fts/token_stream.h"

namespace pomocnik::index {
namespace {

constexpr std::int32_t kNowhere = -2;

// Seven bits a byte, the lowest first; a set eighth bit tells that more follow.
void AppendNumber(WordId number, std::string& bytes) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(0x80 | (number & 0x7F));
  bytes += static_cast<char>(number);
}

// Bytes that end too early read as zeros. Nearly all numbers take one or two bytes, which a search reads thousands of.
WordId ReadNumber(std::string_view bytes, std::size_t& at) {
  if (at + 1 < bytes.size()) {
    const auto low = static_cast<unsigned char>(bytes[at]);
    const auto high = static_cast<unsigned char>(bytes[at + 1]);
    if (low < 0x80) {
      ++at;
      return low;
    }
    if (high < 0x80) {
      at += 2;
      return static_cast<WordId>(low & 0x7FU) | static_cast<WordId>(high) << 7U;
    }
  }
  WordId number = 0;
  for (unsigned shift = 0; at < bytes.size() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    number |= static_cast<WordId>(byte & 0x7FU) << shift;
    if (byte < 0x80) break;
  }
  return number;
}

// FNV-1a, 64 bits.
std::uint64_t TermHash(std::string_view term) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : term) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

}  // namespace

void FormNumbers::Append(const std::vector<Token>& tokens, std::vector<WordId>& words) {
  for (const Token& token : tokens) {
    // Without compounds, which neighbours may bring, the surface decides.
    if (token.compounds.empty()) {
      const auto known = of_surface_.find(token.surface);
      words.push_back(
          known != of_surface_.end()
              ? known->second
              : of_surface_.emplace(token.surface, Number(TermsAt(token))).first->second);
    } else {
      words.push_back(Number(TermsAt(token)));
    }
  }
}

WordId FormNumbers::Number(const std::string& terms) {
  const auto [form, is_new] = numbers_.emplace(terms, static_cast<WordId>(forms_.size()));
  if (is_new) forms_.push_back(form->first);
  return form->second;
}

std::string EncodeWords(const std::vector<WordId>& words) {
  std::string bytes;
  for (const WordId word : words) AppendNumber(word, bytes);
  return bytes;
}

Result<WordTable> WordTable::Load(sqlite::Database& database) {
  WordTable table;
  RETURN_IF_ERROR(table.LoadForms(database));
  RETURN_IF_ERROR(table.LoadWords(database));
  return table;
}

Status WordTable::LoadForms(sqlite::Database& database) {
  std::vector<std::pair<std::uint64_t, WordId>> pairs;
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kFormList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, list.Step());
    if (step == sqlite::Step::kDone) break;
    const auto form = static_cast<WordId>(list.Integer(0));
    const std::string_view terms = list.Text(1);
    for (std::size_t begin = 0; begin <= terms.size();) {
      const std::size_t end = std::min(terms.find('|', begin), terms.size());
      pairs.emplace_back(TermHash(terms.substr(begin, end - begin)), form);
      begin = end + 1;
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  forms_.reserve(pairs.size());
  for (const auto& [hash, form] : pairs) {
    if (terms_.empty() || terms_.back().hash != hash) {
      terms_.push_back({hash, static_cast<std::uint32_t>(forms_.size())});
    }
    forms_.push_back(form);
  }
  terms_.push_back({~std::uint64_t{0}, static_cast<std::uint32_t>(forms_.size())});
  return {};
}

Status WordTable::LoadWords(sqlite::Database& database) {
  begins_ = {0, 0};  // rows count from 1
  ASSIGN_OR_RETURN(auto list, database.Prepare(sql::kArticleWordsList));
  for (;;) {
    ASSIGN_OR_RETURN(auto step, list.Step());
    if (step == sqlite::Step::kDone) return {};
    if (list.Integer(0) != static_cast<std::int64_t>(begins_.size()) - 1) {
      return Error::Internal("the word table of the index is damaged");
    }
    words_ += list.Text(1);
    begins_.push_back(words_.size());
  }
}

std::span<const WordId> WordTable::FormsOf(std::string_view term) const {
  const std::uint64_t hash = TermHash(term);
  const auto found =
      std::lower_bound(terms_.begin(), terms_.end() - 1, hash,
                       [](const Term& entry, std::uint64_t wanted) { return entry.hash < wanted; });
  if (found == terms_.end() - 1 || found->hash != hash) return {};
  return {forms_.begin() + found->begin, forms_.begin() + (found + 1)->begin};
}

std::vector<Occurrence> WordTable::Find(std::int64_t row, const FieldLengths& lengths,
                                        VariantForms& variants) const {
  std::vector<Occurrence> occurrences;
  const auto index = static_cast<std::size_t>(row);
  const std::string_view words =
      std::string_view(words_).substr(begins_[index], begins_[index + 1] - begins_[index]);
  std::size_t at = 0;
  for (std::size_t field = 0; field < kFieldCount; ++field) {
    std::fill(variants.reached_.begin(), variants.reached_.end(), kNowhere);
    const auto length = static_cast<std::int32_t>(lengths[field]);
    for (std::int32_t position = 0; position < length; ++position) {
      const WordId form = ReadNumber(words, at);
      if (!variants.MayHold(form)) continue;
      variants.Note(form, static_cast<std::int16_t>(field), position, occurrences);
    }
  }
  std::sort(occurrences.begin(), occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.variant, a.field, a.position) < std::tie(b.variant, b.field, b.position);
  });
  return occurrences;
}

VariantForms::VariantForms(const QueryPlan& plan, const WordTable& table) {
  std::int32_t number = 0;
  for (const auto& group : plan.groups) {
    for (const auto& variant : group.variants) Add(variant, number++, table);
  }
  // A phrase that repeats a word is not to be taken for found twice at one position.
  std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
    return std::tie(a.form, a.variant, b.place) < std::tie(b.form, b.variant, a.place);
  });
}

void VariantForms::Add(const Variant& variant, std::int32_t number, const WordTable& table) {
  const std::string_view terms = variant.terms;
  const auto last = static_cast<std::int32_t>(std::count(terms.begin(), terms.end(), ' '));
  std::int32_t place = 0;
  for (std::size_t begin = 0; begin <= terms.size(); ++place) {
    const std::size_t end = std::min(terms.find(' ', begin), terms.size());
    for (const WordId form : table.FormsOf(terms.substr(begin, end - begin))) {
      parts_.push_back({form, number, place, last, reached_.size()});
      slots_[Slot(form) / 64] |= std::uint64_t{1} << (Slot(form) % 64);
    }
    reached_.push_back(kNowhere);
    begin = end + 1;
  }
}

void VariantForms::Note(WordId form, std::int16_t field, std::int32_t position,
                        std::vector<Occurrence>& occurrences) {
  auto part =
      std::lower_bound(parts_.begin(), parts_.end(), form,
                       [](const Part& entry, WordId wanted) { return entry.form < wanted; });
  for (; part != parts_.end() && part->form == form; ++part) {
    if (part->place > 0 && reached_[part->reached - 1] != position - 1) continue;
    reached_[part->reached] = position;
    if (part->place == part->last) {
      occurrences.push_back({part->variant, field, position - part->last});
    }
  }
}

}  // namespace pomocnik::index
