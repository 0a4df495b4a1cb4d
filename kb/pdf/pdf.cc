#include "kb/pdf/pdf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "kb/html/reference.h"
#include "kb/markdown/address.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/reporter.h"
#include "kb/markdown/slug.h"
#include "kb/pdf/lines.h"
#include "kb/pdf/pieces.h"
#include "kb/pdf/word_reader.h"
#include "kb/plain_text/block_builder.h"

namespace pomocnik::kb::pdf {
namespace {

constexpr std::size_t kMaxTitle = 200;   // code points
constexpr double kTolerance = 4;         // points: what is less is no indentation
constexpr std::size_t kFirstPieces = 5;  // among which the title is looked for

// Whether somebody wrote the title, and not a program on its own.
bool IsTitle(std::string_view title) {
  constexpr std::array<std::string_view, 10> kByPrograms = {
      "microsoft word", "microsoft powerpoint", "untitled", "brez naslova", "document1",
      "dokument1",      "about:blank",          ".doc",     ".pdf",         ".indd"};
  const std::string lower = LowerCase(title);
  return !Slug(title).empty() &&
         std::none_of(kByPrograms.begin(), kByPrograms.end(),
                      [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// "navodila-za-popis" of "priloge/navodila-za-popis.pdf", with spaces.
std::string TitleOfName(std::string_view address) {
  std::string name(html::LastPart(address));
  if (LowerCase(name).ends_with(".pdf")) name.resize(name.size() - 4);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  name = OneLine(name);
  return name.empty() ? "PDF" : name;
}

// The title, and the pieces without the heading that it is.
std::string TakeTitle(const Pages& pages, std::string_view address, std::vector<Piece>& pieces) {
  const auto end =
      pieces.begin() + static_cast<std::ptrdiff_t>(std::min(pieces.size(), kFirstPieces));
  const auto largest = std::max_element(pieces.begin(), end, [](const Piece& a, const Piece& b) {
    const auto rank = [](const Piece& piece) {
      return piece.kind == Piece::Kind::kHeading ? piece.size : 0;
    };
    return rank(a) < rank(b);
  });
  const bool has_heading = largest != end && largest->kind == Piece::Kind::kHeading;
  std::string title = IsTitle(pages.title) ? pages.title : std::string{};
  if (title.empty() && has_heading && IsTitle(largest->text)) title = largest->text;
  if (has_heading && Slug(largest->text) == Slug(title)) pieces.erase(largest);
  if (title.empty()) title = TitleOfName(address);
  return std::string(TruncateCodePoints(title, kMaxTitle));
}

// Lists whose bullets are drawn: two or more indented paragraphs directly below each other.
void MarkDrawnLists(std::vector<Piece>& pieces) {
  double outermost = 1e9;
  for (const Piece& piece : pieces) outermost = std::min(outermost, piece.left);
  const auto is_indented = [&](const Piece& piece) {
    return piece.kind == Piece::Kind::kParagraph && piece.left > outermost + 1.2 * piece.size;
  };
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t last = first + 1;
    if (!is_indented(pieces[first])) {
      ++first;
      continue;
    }
    while (last < pieces.size() && is_indented(pieces[last]) && pieces[last].follows &&
           std::abs(pieces[last].left - pieces[first].left) < kTolerance) {
      ++last;
    }
    const bool in_item = first > 0 && pieces[first - 1].kind == Piece::Kind::kItem;
    if (last - first > 1 && !in_item) {
      for (std::size_t i = first; i < last; ++i) pieces[i].kind = Piece::Kind::kItem;
    }
    first = last;
  }
}

// The level of a heading by its size; those of the usual size come last.
int LevelOf(const Piece& heading, const std::set<double, std::greater<>>& sizes) {
  const auto rank = std::distance(sizes.begin(), sizes.find(heading.size));
  return 2 + static_cast<int>(std::min<std::ptrdiff_t>(rank, 4));
}

std::vector<Block> BlocksOf(std::vector<Piece> pieces) {
  MarkDrawnLists(pieces);
  std::set<double, std::greater<>> sizes;
  for (Piece& piece : pieces) {
    piece.size = std::round(piece.size * 2) / 2;
    if (piece.kind == Piece::Kind::kHeading) sizes.insert(piece.size);
  }
  BlockBuilder builder(kTolerance);
  for (Piece& piece : pieces) {
    switch (piece.kind) {
      case Piece::Kind::kHeading:
        builder.AddHeading(LevelOf(piece, sizes), piece.text);
        break;
      case Piece::Kind::kParagraph:
        builder.AddParagraph(piece.left, piece.text);
        break;
      case Piece::Kind::kItem:
        builder.AddItem(piece.mark, piece.left, piece.text);
        break;
      case Piece::Kind::kTable:
        builder.AddTable(std::move(piece.table));
        break;
    }
  }
  return std::move(builder).Finish();
}

// The blocks of a PDF that nothing can be quoted from.
std::vector<Block> StubBlocks(const Article& article) {
  if (article.url.empty()) return {PlainParagraph(article.title)};
  return {Block{Link{article.url, article.title}}};
}

}  // namespace

Imported ReadPdf(const SourceDocument& document, const SourceDefaults& defaults) {
  Imported imported;
  Reporter reporter(document.address, imported.diagnostics);
  auto pages = ReadWords(document.bytes);
  if (!pages) {
    reporter.Fail(0, "the PDF is refused: " + pages.error().message);
    return imported;
  }
  if (pages->cut_off)
    reporter.Warn(0, "the PDF is long; what comes after its first pages is left out");

  ImportedArticle entry;
  entry.address = document.address;
  entry.article.lang.clear();
  std::vector<Piece> pieces = ReadPieces(ReadLines(pages->pages));
  entry.article.title = TakeTitle(*pages, document.address, pieces);
  entry.article.updated = pages->modified;
  const std::string address = html::ResolveReference(defaults.address, document.address);
  if (IsWebAddress(address)) entry.article.url = address;
  entry.article.blocks = BlocksOf(std::move(pieces));
  if (entry.article.blocks.empty()) {
    reporter.Warn(0, "the PDF has no text; the article only leads to it");
    entry.kind = Kind::kStub;
    entry.attachments.push_back(address);
    entry.article.blocks = StubBlocks(entry.article);
  }
  imported.articles.push_back(std::move(entry));
  return imported;
}

}  // namespace pomocnik::kb::pdf
