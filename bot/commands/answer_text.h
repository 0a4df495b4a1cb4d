// An answer as text for a person at a terminal.
#pragma once

#include <string>
#include <vector>

#include "bot/dialogue/reply.h"
#include "kb/article.h"

namespace pomocnik::bot::commands {

// Paragraphs apart, steps numbered, nested blocks indented.
std::string FormatBlocks(const std::vector<kb::Block>& blocks);

// What the visitor would see, then decision and confidence.
std::string FormatAnswer(const Answer& answer);

// How the words were read and how each candidate's score came about.
std::string FormatExplanation(const Answer& answer);

}  // namespace pomocnik::bot::commands
