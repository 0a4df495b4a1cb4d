// Paragraphs as blocks of an article.
#pragma once

#include <string>
#include <utility>

#include "kb/article.h"

namespace pomocnik::testing {

inline kb::Block Paragraph(kb::Text text) { return {kb::Paragraph{std::move(text)}}; }

inline kb::Block PlainParagraph(std::string text) {
  return Paragraph({{std::move(text), kb::Span::Style::kPlain, ""}});
}

}  // namespace pomocnik::testing
