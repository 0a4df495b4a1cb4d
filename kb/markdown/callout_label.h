// "POZOR!", "Nasvet:" …: the word that makes a quotation a callout.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kb/article.h"

namespace pomocnik::kb {

struct CalloutLabel {
  Callout::Tone tone = Callout::Tone::kNote;
  std::string text;  // without the ':' or '!' behind it
};

// Takes the label off a text that begins with one: a strong span whose first word is known as a label, with
// ':' or '!' at its end or right behind it. Absent, and `text` as it was, for any other text.
std::optional<CalloutLabel> TakeCalloutLabel(Text& text);

// The same whatever the word is; empty when there is none.
std::string TakeAnyLabel(Text& text);

// Takes "[!WARNING]" off a text that begins with it: the name of a tone, where the label does not tell it.
std::optional<Callout::Tone> TakeToneMark(Text& text);

// Whether the callout needs the name of its tone before its text, since its label tells no tone or another, or its text begins
// with what would be read as one.
bool NeedsToneMark(const Callout& callout);

// "[!WARNING]".
std::string ToneMark(Callout::Tone tone);

// A label without spaces, ':' and '!' at its end.
std::string_view WithoutMarks(std::string_view label);

}  // namespace pomocnik::kb
