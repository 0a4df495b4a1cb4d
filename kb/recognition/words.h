// The words of a text, as recognition compares them. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kb/article.h"

namespace pomocnik::kb::recognition {

// Runs of letters and digits, in lower case with their accents: "Račun", "E-pošta" -> "račun", "e", "pošta". No more than `limit`.
std::vector<std::string> Words(std::string_view text, std::size_t limit);

// Slugs (slug.h) are compared word by word: whether `words` ("obracun-plac") stand somewhere in `slug`, begin it, or end it.
bool HasWords(std::string_view slug, std::string_view words);
bool BeginsWithWords(std::string_view slug, std::string_view words);
bool EndsWithWords(std::string_view slug, std::string_view words);

// How many times the words stand in the slug, the last of them perhaps with an ending: "temeljnic" in "storno-temeljnice".
int CountBeginnings(std::string_view slug, std::string_view words);

// The plain text of the blocks, a line each.
std::string TextOf(const std::vector<Block>& blocks);

// The last part of an address without query, '#…' and the ending of a file, as Slug writes it.
std::string SlugOfAddress(std::string_view address);

}  // namespace pomocnik::kb::recognition
