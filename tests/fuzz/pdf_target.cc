// PDFs. Input: the bytes of one; or, behind "words\n", a word a line with its place, as if a PDF had them.
#include <algorithm>
#include <cstdlib>

#include "kb/pdf/lines.h"
#include "kb/pdf/pdf.h"
#include "kb/pdf/pieces.h"
#include "tests/fuzz/imported_check.h"
#include "tests/kb/pdf/font_tables.h"

namespace pomocnik::fuzz {
namespace {

// "left top size bold text", numbers from 0 to 999.
kb::pdf::Word WordOf(std::string_view line) {
  kb::pdf::Word word;
  for (double* number : {&word.left, &word.top, &word.size}) {
    const std::size_t end = std::min(line.find(' '), line.size());
    *number =
        std::abs(std::atoi(std::string(line.substr(0, std::min<std::size_t>(end, 3))).c_str()));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  word.size = std::max(word.size, 1.0);
  word.bold = line.starts_with('b');
  word.text = Utf8Of(line);
  std::replace(word.text.begin(), word.text.end(), '\0', ' ');
  word.right = word.left + word.size * 0.5 * static_cast<double>(word.text.size());
  word.bottom = word.top + word.size;
  return word;
}

void RunWords(std::string_view input) {
  std::vector<kb::pdf::Page> pages(1);
  while (!input.empty()) {
    const std::string_view line = TakeLine(input);
    if (line == "page") pages.emplace_back();
    pages.back().width = 595;
    pages.back().height = 842;
    kb::pdf::Word word = WordOf(line);
    if (!word.text.empty()) pages.back().words.push_back(std::move(word));
  }
  const auto lines = kb::pdf::ReadLines(pages);
  for (const kb::pdf::Line& line : lines) Require(!line.cells.empty(), "a line has words");
  for (const kb::pdf::Piece& piece : kb::pdf::ReadPieces(lines)) {
    CheckImportedText(piece.text);
    for (const auto& row : piece.table.rows) {
      Require(row.size() == piece.table.header.size(), "every row is as long as the header");
    }
  }
}

}  // namespace

void RunInput(std::string_view input) {
  constexpr std::string_view kWords = "words\n";
  if (input.starts_with(kWords)) return RunWords(input.substr(kWords.size()));
  const kb::SourceDefaults defaults{
      .source = "fuzz", .address = "https://a.si/", .module = {}, .lang = {}, .kind = {}};
  const kb::SourceDocument document{.address = "fuzz.pdf",
                                    .media_type = {},
                                    .charset = {},
                                    .bytes = std::string(input),
                                    .modified = {}};
  CheckImported(kb::pdf::ReadPdf(document, defaults));
}

}  // namespace pomocnik::fuzz
