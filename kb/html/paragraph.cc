#include "kb/html/paragraph.h"

#include <algorithm>
#include <utility>

#include "kb/html/line_head.h"
#include "kb/html/tree.h"

namespace pomocnik::kb::html {
namespace {

// Joins lines with the line end between them.
void AppendLine(Text line, Text& text) {
  if (text.empty()) {
    text = std::move(line);
    return;
  }
  text.back().text += '\n';
  for (Span& span : line) {
    bool joins = text.back().style == span.style && text.back().href == span.href;
    if (joins) {
      text.back().text += span.text;
    } else {
      text.push_back(std::move(span));
    }
  }
}

// Whether a text ends where a sentence does.
bool EndsSentence(std::string_view words) {
  std::size_t last = words.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ||
         std::string_view(".:!?").find(words[last]) != std::string_view::npos;
}

Block ParagraphOf(Text text) {
  if (text.size() == 1 && !text[0].href.empty()) return {Link{text[0].href, text[0].text}};
  return {Paragraph{std::move(text)}};
}

}  // namespace

void ParagraphReader::AddText(std::string_view words, const Span& style) {
  runs_.push_back({.words = std::string(words), .style = style, .picture = {}});
}

void ParagraphReader::AddPicture(const Picture& picture, const Span& style) {
  if (picture.size == Picture::Size::kSpot) return;
  runs_.push_back({.words = "", .style = style, .picture = picture, .is_picture = true});
}

void ParagraphReader::AddIcon(std::string_view name, const Span& style) {
  Picture icon;
  icon.name = name;
  icon.size = Picture::Size::kSmall;
  AddPicture(icon, style);
}

void ParagraphReader::Break() {
  if (runs_.empty()) {
    lines_.push_back({});
  } else {
    EndLine();
  }
}

// A picture is shown when it stands alone, is large, or comes after the last sentence of its line.
bool ParagraphReader::IsShown(const Picture& picture, const Surroundings& around) {
  if (picture.source.empty() || picture.size == Picture::Size::kSmall) return false;
  if (!around.has_words || picture.size == Picture::Size::kLarge) return true;
  return !around.has_words_behind && EndsSentence(around.before);
}

// A picture that is only named. One that cannot be shown and stood for itself is worth a word only if it has a description.
void ParagraphReader::AppendIcon(const Run& run, bool has_words, TextBuilder& builder) {
  const Picture& picture = run.picture;
  bool is_drawing = picture.source.empty() && picture.size != Picture::Size::kSmall && !has_words;
  if (!is_drawing) {
    builder.AppendMark(IconText(picture.name), run.style);
  } else if (!picture.description.empty()) {
    builder.AppendMark(PictureText(picture.description), run.style);
  }
}

void ParagraphReader::EndText(TextBuilder& builder) {
  if (builder.empty()) return;
  Line line;
  line.text = builder.Take();
  lines_.push_back(std::move(line));
}

void ParagraphReader::EndLine() {
  const std::size_t lines_before = lines_.size();
  std::size_t words_end = runs_.size();  // behind the last run that has words; 0: none has
  while (words_end > 0 && !HasWords(runs_[words_end - 1])) --words_end;
  Surroundings around{.has_words = words_end > 0, .before = {}};
  TextBuilder builder;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    around.has_words_behind = i < words_end;
    if (!run.is_picture) {
      builder.Append(run.words, run.style);
      if (HasWords(run)) around.before = run.words;
    } else if (IsShown(run.picture, around)) {
      EndText(builder);
      Line line;
      line.image = {run.picture.source, run.picture.description};
      line.is_image = true;
      lines_.push_back(std::move(line));
    } else {
      AppendIcon(run, around.has_words, builder);
    }
  }
  EndText(builder);
  if (lines_.size() == lines_before) lines_.push_back({});
  runs_.clear();
}

bool ParagraphReader::HasWords(const Run& run) {
  return !run.is_picture && !Collapsed(run.words).empty();
}

// Whether each line explains a term.
bool ParagraphReader::IsGlossary(const std::vector<Line>& lines) {
  auto texts = std::count_if(lines.begin(), lines.end(),
                             [](const Line& line) { return !line.text.empty(); });
  auto terms = std::count_if(lines.begin(), lines.end(),
                             [](const Line& line) { return BeginsWithTerm(line.text); });
  return texts > 1 && texts == terms;
}

std::vector<Block> ParagraphReader::Take() {
  if (runs_.empty() && lines_.empty()) return {};
  EndLine();
  std::vector<Block> blocks;
  const bool is_glossary = IsGlossary(lines_);
  Text text;
  auto end_paragraph = [&] {
    if (!text.empty()) blocks.push_back(ParagraphOf(std::exchange(text, {})));
  };
  for (Line& line : lines_) {
    if (line.is_image) {
      end_paragraph();
      blocks.push_back({std::move(line.image)});
    } else if (line.text.empty()) {
      end_paragraph();
    } else {
      if (is_glossary || BeginsItem(line.text)) end_paragraph();
      AppendLine(std::move(line.text), text);
    }
  }
  end_paragraph();
  lines_.clear();
  return blocks;
}

}  // namespace pomocnik::kb::html
