// Gathers what stands between two block elements: text, pictures and line ends.
#pragma once

#include <string_view>
#include <vector>

#include "kb/article.h"
#include "kb/html/pictures.h"
#include "kb/html/text_builder.h"

namespace pomocnik::kb::html {

class ParagraphReader {
 public:
  void AddText(std::string_view words, const Span& style);
  // Whether it is shown or only named is decided by what stands beside it.
  void AddPicture(const Picture& picture, const Span& style);
  void AddIcon(std::string_view name, const Span& style);
  void Break();

  // What was gathered, as blocks; the reader is empty then. An empty line ends a paragraph; lines that begin like items of a
  // list, or with a callout's label, become paragraphs of their own; other line ends stay within the paragraph.
  std::vector<Block> Take();

 private:
  // Words, or a picture.
  struct Run {
    std::string words;
    Span style;
    Picture picture;
    bool is_picture = false;
  };
  // A picture to be shown, or a text; an empty text is an empty line.
  struct Line {
    Text text;
    Image image;
    bool is_image = false;
  };

  static bool IsGlossary(const std::vector<Line>& lines);
  // What stands beside a picture in its line.
  struct Surroundings {
    bool has_words = false;         // the line
    bool has_words_behind = false;  // behind the picture
    std::string_view before;        // the words before it, if there are any
  };

  static bool HasWords(const Run& run);
  void EndLine();
  static bool IsShown(const Picture& picture, const Surroundings& around);
  static void AppendIcon(const Run& run, bool has_words, TextBuilder& builder);
  void EndText(TextBuilder& builder);

  std::vector<Run> runs_;    // of the line being read
  std::vector<Line> lines_;  // before it
};

}  // namespace pomocnik::kb::html
