// An answer as text for a person at a terminal.
#pragma once

#include <string>
#include <vector>

#include "bot/dialogue/answer.h"
#include "index/rank/confidence.h"
#include "kb/article.h"

namespace pomocnik::bot::commands {

// Paragraphs apart, steps numbered, nested blocks indented.
std::string FormatBlocks(const std::vector<kb::Block>& blocks);

// What the visitor would see, then decision and confidence.
std::string FormatAnswer(const Answer& answer);

// How the words were read, how each candidate's score came about and how the confidence did: enough to calculate both
// again.
std::string FormatExplanation(const Answer& answer, const index::ConfidenceModel& model);

// Parts of it: one line; a line with place (from 1), score, id and title, and a line for each part of the score.
std::string FormatFeatures(const index::Features& features);
std::string FormatHit(int rank, const index::Hit& hit);

}  // namespace pomocnik::bot::commands
