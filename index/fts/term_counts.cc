#include "index/fts/term_counts.h"

#include <algorithm>

namespace pomocnik::index {

void TermCounts::Add(const std::vector<WordId>& words, const std::vector<std::string_view>& forms,
                     double article_weight) {
  for (std::size_t form = terms_.size(); form < forms.size(); ++form) {
    auto& terms = terms_.emplace_back();
    for (std::size_t begin = 0; begin <= forms[form].size();) {
      const std::size_t end = std::min(forms[form].find('|', begin), forms[form].size());
      terms.push_back(Number(forms[form].substr(begin, end - begin)));
      begin = end + 1;
    }
  }
  ++articles_;
  for (const WordId word : words) {
    for (const std::uint32_t term : terms_[word]) {
      Count& count = counts_[term];
      if (count.last_article == articles_) continue;
      count.last_article = articles_;
      ++count.frequency.articles;
      count.frequency.weight += article_weight;
    }
  }
}

std::vector<std::pair<std::string_view, DocumentFrequency>> TermCounts::Sorted() const {
  std::vector<std::pair<std::string_view, DocumentFrequency>> sorted;
  sorted.reserve(numbers_.size());
  for (const auto& [term, number] : numbers_) {
    sorted.emplace_back(term, counts_[number].frequency);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  return sorted;
}

std::uint32_t TermCounts::Number(std::string_view term) {
  const auto [found, is_new] = numbers_.emplace(term, static_cast<std::uint32_t>(counts_.size()));
  if (is_new) counts_.emplace_back();
  return found->second;
}

}  // namespace pomocnik::index
