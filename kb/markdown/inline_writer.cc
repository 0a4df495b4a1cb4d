#include "kb/markdown/inline_writer.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/utf8.h"

namespace pomocnik::kb {
namespace {

constexpr std::size_t kMaxBackticks = 80;  // of the Markdown library
constexpr std::size_t kLongestEntity = 40;

bool IsWordByte(char c) { return IsLetter(c) || IsDigit(c); }

// What the Markdown library takes for white space outside ASCII.
bool IsForeignSpace(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Surely neither punctuation nor space. The mathematical signs among the letters are not sure.
bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return IsWordByte(static_cast<char>(c));
  return c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7;
}

// Surely punctuation or space.
bool IsGap(char32_t c) { return c < 0x80 && !IsWordCharacter(c); }

char32_t FirstOf(std::string_view text) {
  std::size_t position = 0;
  return NextCodePoint(text, position);
}

std::size_t LastBegin(std::string_view text) {
  std::size_t begin = text.size() - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return begin;
}

char32_t LastOf(std::string_view text) { return FirstOf(text.substr(LastBegin(text))); }

std::string Entity(char32_t c) {
  return "&#" + std::to_string(static_cast<std::uint32_t>(c)) + ";";
}

bool MayBeEntity(std::string_view text, std::size_t ampersand) {
  std::string_view rest = text.substr(ampersand + 1, kLongestEntity);
  auto end =
      std::find_if(rest.begin(), rest.end(), [](char c) { return c != '#' && !IsWordByte(c); });
  return end != rest.begin() && (end == rest.end() || *end == ';');
}

std::string_view Marks(Span::Style style) {
  switch (style) {
    case Span::Style::kStrong:
      return "**";
    case Span::Style::kEmphasis:
      return "_";
    default:
      return "";
  }
}

// Whether the Markdown library would not see the marks of a style between these two characters.
bool HidesMarks(Span::Style style, char32_t inner, char32_t outer) {
  if (IsGap(outer)) return false;
  return style == Span::Style::kEmphasis || !IsWordCharacter(inner);
}

std::string WriteCode(std::string_view code) {
  const std::string fence(BackticksAround(code), '`');
  const bool touches = code.front() == '`' || code.back() == '`';
  const std::string pad = touches ? " " : "";
  return fence + pad + std::string(code) + pad + fence;
}

std::string WriteAddress(std::string_view address) {
  const bool bare = address.find_first_of("()<>") == std::string_view::npos;
  std::string out = bare ? "" : "<";
  for (std::size_t i = 0; i < address.size(); ++i) {
    const char c = address[i];
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '&' && MayBeEntity(address, i)) {
      out += "&amp;";
    } else {
      out += c;
    }
  }
  return bare ? out : out + ">";
}

enum class LineStart { kNo, kYes };

// What stands beside a span. A hidden character would keep the marks of a style from being seen, and is written as an entity.
struct Edges {
  bool hides_first = false;
  bool hides_last = false;
  bool before_link = false;  // "!" there would make a picture of it
};

// The characters of one span, but for code, with what would be markup escaped.
class TextEscaper {
 public:
  TextEscaper(std::string_view text, Place place, LineStart start)
      : text_(text),
        place_(place),
        line_start_(start == LineStart::kYes),
        number_(start == LineStart::kYes) {}

  std::string Escape(const Edges& edges) {
    const std::size_t last = LastBegin(text_);
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t begin = i;
      if (i > 0 && i < last && !line_start_ && (IsLetter(text_[i]) || text_[i] == ' ')) {
        out_ += text_[i++];
        number_ = false;
        continue;
      }
      const char32_t c = NextCodePoint(text_, i);
      const bool as_entity =
          (begin == 0 && edges.hides_first) || (begin == last && edges.hides_last);
      if (as_entity) {
        Put(Entity(c));
      } else if (c == U'\n') {
        EndLine();
      } else if (c < 0x80) {
        PutAscii(begin, edges);
      } else {
        Put(text_.substr(begin, i - begin));
      }
    }
    return std::move(out_);
  }

 private:
  void Put(std::string_view piece) {
    out_ += piece;
    line_start_ = number_ = false;
  }

  void EndLine() {
    const bool has_lines = place_ == Place::kLineStart || place_ == Place::kWithinLine;
    if (!has_lines) return Put(Entity(U'\n'));
    out_ += "\\\n";
    line_start_ = number_ = true;
  }

  void PutAscii(std::size_t position, const Edges& edges) {
    const char c = text_[position];
    const bool is_number = number_ && IsDigit(c);
    const bool escapes = IsMarkup(position) || (line_start_ && BeginsBlock(c)) ||
                         EndsNumber(position) ||
                         (c == '!' && edges.before_link && position + 1 == text_.size());
    if (escapes) out_ += '\\';
    out_ += c;
    line_start_ = false;
    number_ = is_number;
  }

  static bool BeginsBlock(char c) {
    return std::string_view("-+=:|>#~").find(c) != std::string_view::npos;
  }

  // "1." and "1)" at the beginning of a line.
  bool EndsNumber(std::size_t position) const {
    const bool ends = number_ && !line_start_ && (text_[position] == '.' || text_[position] == ')');
    if (!ends) return false;
    const char next = At(position + 1);
    return next == 0 || next == ' ' || next == '\n';
  }

  bool IsMarkup(std::size_t position) const {
    const char next = At(position + 1);
    switch (text_[position]) {
      case '\\':
      case '`':
      case '[':
      case ']':
        return true;
      case '*':
        return position == 0 || text_[position - 1] != ' ' || next != ' ';
      case '_':
        return !IsInsideWord(position);
      case '<':
        return next == 0 || next == '/' || next == '!' || next == '?' || IsLetter(next);
      case '&':
        return MayBeEntity(text_, position);
      case ':':
        // It would count as the definition of a link (limits.h).
        return position > 0 && text_[position - 1] == ']';
      case '^':
        // "![^" is no picture to the Markdown library.
        return position == 0;
      case '#':
        return place_ == Place::kHeading;
      default:
        return false;
    }
  }

  // A letter at the end of the span may become an entity, which is no letter.
  bool IsInsideWord(std::size_t position) const {
    return position >= 2 && position + 2 < text_.size() && IsWordByte(text_[position - 1]) &&
           IsWordByte(text_[position + 1]);
  }

  char At(std::size_t position) const { return position < text_.size() ? text_[position] : '\0'; }

  std::string_view text_;
  Place place_;
  bool line_start_;  // nothing stands before in this line
  bool number_;      // nothing but digits stands before in this line
  std::string out_;
};

class TextWriter {
 public:
  TextWriter(const Text& text, Place place) : text_(text), place_(place) {}

  std::string Write() && {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::string& href = text_[i].href;
      if (!href.empty() && !Before(i)) out_ += "[";
      WriteSpan(i);
      if (!href.empty() && !After(i)) out_ += "](" + WriteAddress(href) + ")";
    }
    return std::move(out_);
  }

 private:
  // The neighbours that no bracket parts a span from.
  const Span* Before(std::size_t i) const {
    return i > 0 && text_[i - 1].href == text_[i].href ? &text_[i - 1] : nullptr;
  }
  const Span* After(std::size_t i) const {
    return i + 1 < text_.size() && text_[i + 1].href == text_[i].href ? &text_[i + 1] : nullptr;
  }

  bool AtLineStart() const {
    return out_.empty() ? place_ == Place::kLineStart : out_.back() == '\n';
  }

  void WriteSpan(std::size_t i) {
    const Span& span = text_[i];
    if (span.style == Span::Style::kCode) {
      out_ += WriteCode(span.text);
      return;
    }
    const std::string_view marks = Marks(span.style);
    out_ += marks;
    const LineStart start = AtLineStart() ? LineStart::kYes : LineStart::kNo;
    out_ += TextEscaper(span.text, place_, start)
                .Escape({HidesFirst(i), HidesLast(i), IsBeforeLink(i)});
    out_ += marks;
  }

  bool HidesFirst(std::size_t i) const {
    const Span& span = text_[i];
    const char32_t first = FirstOf(span.text);
    if (span.style != Span::Style::kPlain) return IsForeignSpace(first);
    const Span* before = Before(i);
    return before != nullptr && !Marks(before->style).empty() &&
           HidesMarks(before->style, LastOf(before->text), first);
  }

  bool HidesLast(std::size_t i) const {
    const Span& span = text_[i];
    const char32_t last = LastOf(span.text);
    if (span.style != Span::Style::kPlain) return IsForeignSpace(last);
    const Span* after = After(i);
    return after != nullptr && !Marks(after->style).empty() &&
           HidesMarks(after->style, FirstOf(after->text), last);
  }

  bool IsBeforeLink(std::size_t i) const {
    return i + 1 < text_.size() && After(i) == nullptr && !text_[i + 1].href.empty();
  }

  const Text& text_;
  Place place_;
  std::string out_;
};

// Every '|' of a cell is escaped, in code and addresses too; that is undone before the cell is read.
std::string WithoutPipes(std::string_view cell) {
  std::string out;
  for (const char c : cell) {
    if (c == '|') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::size_t BackticksAround(std::string_view code) {
  std::set<std::size_t> runs;
  for (std::size_t begin = code.find('`'); begin != std::string_view::npos;
       begin = code.find('`', begin)) {
    const std::size_t end = std::min(code.find_first_not_of('`', begin), code.size());
    runs.insert(end - begin);
    begin = end;
  }
  for (std::size_t length = 1; length <= kMaxBackticks; ++length) {
    if (!runs.contains(length)) return length;
  }
  return 0;
}

std::string WriteText(const Text& text, Place place) {
  std::string out = TextWriter(text, place).Write();
  return place == Place::kCell ? WithoutPipes(out) : out;
}

std::string WriteImage(const Image& image) {
  const std::string alt = image.alt.empty() ? "" : WriteText(PlainSpan(image.alt), Place::kHeading);
  return "![" + alt + "](" + WriteAddress(image.source) + ")";
}

}  // namespace pomocnik::kb
