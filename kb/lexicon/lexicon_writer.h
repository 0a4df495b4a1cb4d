// One more word for the lexicon, written into the files that are kept apart for what is added while it runs. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "kb/lexicon/lexicon.h"

namespace pomocnik::kb {

// The text of such a file (kAddedSynonymsFile; "" when there is none yet) with the group behind the others, or as it is when
// it has it. All else stays, comments too. kInvalidArgument, with file and line: the file is broken.
Result<std::string> AddSynonyms(std::string_view text, const SynonymGroup& group);

// The same for kAddedTranslationsFile: what is known of the word already stays before what is new. `lang` has two letters.
// kConflict: the file is laid out in a way that cannot be added to by lines.
Result<std::string> AddTranslation(std::string_view text, std::string_view lang,
                                   const Translation& translation);

}  // namespace pomocnik::kb
