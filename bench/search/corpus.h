// What is indexed and asked: a question set's own articles and questions, and text that is made to look like them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "kb/library.h"

namespace pomocnik::bench {

struct Question {
  std::string id;
  std::string article;  // the right one; "-": there is none
  std::string style;    // "natural", "keywords", "sloppy", …
  std::string lang;
  std::string text;
};

struct Corpus {
  kb::Library library;
  std::vector<Question> questions;
};

struct SetFiles {
  std::string kb;                     // lexicon, policy, phrases
  std::vector<std::string> articles;  // folders; none: those of kb
  std::string questions;              // qid, article, style, lang, text, separated by tabs
  std::string model;                  // of the lemmatiser; empty: none
};

Result<Corpus> ReadCorpus(const SetFiles& files);

// Adds articles of about 250 words until there are `count`. Function words and a part of the others are drawn
// from the articles that are there, by their frequency; the rest are made-up stems with Slovene endings, Zipf
// distributed, and each article prefers twelve of them, inflected in all ways. The same seed gives the same text.
// REQUIRES: there are articles.
void AddSloveneText(std::size_t count, std::uint64_t seed, Corpus& corpus);

// Replaces the questions by natural ones about made-up articles: function words around some of the article's
// favourites in other forms, a third of them with a typing error. REQUIRES: AddSloveneText has added articles.
void AskAboutSloveneText(std::size_t count, std::uint64_t seed, Corpus& corpus);

}  // namespace pomocnik::bench
