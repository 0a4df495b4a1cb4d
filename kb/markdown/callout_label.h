// "POZOR!", "Nasvet:" …: the word that makes a quotation a callout.
#pragma once

#include <optional>
#include <string>

#include "kb/article.h"

namespace pomocnik::kb {

struct CalloutLabel {
  Callout::Tone tone = Callout::Tone::kNote;
  std::string text;  // without the ':' or '!' behind it
};

// Takes the label off a text that begins with one: a strong span whose first word is known as a label, with
// ':' or '!' at its end or right behind it. Absent, and `text` as it was, for any other text.
std::optional<CalloutLabel> TakeCalloutLabel(Text& text);

}  // namespace pomocnik::kb
