// What an article is: values only, no I/O, no parsing. Start reading the kb room here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/clock.h"

namespace pomocnik::kb {

enum class Kind { kTip, kF1, kNewsletter, kPolicy, kRelease, kGuide, kLegislation, kStub };

// "tip", "f1", … as front matter and the API spell it.
std::string_view KindName(Kind kind);
std::optional<Kind> ParseKind(std::string_view name);

// A run of text in one style. `href` is empty unless the run is a link: an absolute https, http, mailto or
// tel address, a path on this server, or "article:ID".
struct Span {
  enum class Style { kPlain, kStrong, kEmphasis, kCode };
  std::string text;
  Style style = Style::kPlain;
  std::string href;
  bool operator==(const Span&) const = default;
};
using Text = std::vector<Span>;

struct Block;

struct Heading {
  int level = 2;       // 2 to 6; the title is level 1 and not a block
  std::string anchor;  // unique in the article; links to a passage end in it
  Text text;
  bool operator==(const Heading&) const = default;
};

struct Paragraph {
  Text text;
  bool operator==(const Paragraph&) const = default;
};

// One item of a list or one step. Usually a paragraph, sometimes followed by more blocks.
struct Item {
  std::vector<Block> blocks;
  bool operator==(const Item&) const;
};

// What to do, in order.
struct Steps {
  int start = 1;  // the number of the first step
  std::vector<Item> items;
  bool operator==(const Steps&) const = default;
};

struct List {
  std::vector<Item> items;
  bool operator==(const List&) const = default;
};

// Every row has as many cells as the header.
struct Table {
  std::vector<Text> header;
  std::vector<std::vector<Text>> rows;
  bool operator==(const Table&) const = default;
};

struct Callout {
  enum class Tone { kImportant, kWarning, kTip, kExample, kNote };
  Tone tone = Tone::kNote;
  std::string label;  // as the article writes it: "POMEMBNO"
  std::vector<Block> blocks;
  bool operator==(const Callout&) const;
};

struct Code {
  std::string text;
  bool operator==(const Code&) const = default;
};

struct Image {
  std::string source;  // a path below /media/
  std::string alt;
  bool operator==(const Image&) const = default;
};

// A paragraph that is nothing but a link: an attachment or a further address.
struct Link {
  std::string href;
  std::string label;
  bool operator==(const Link&) const = default;
};

// "important", "warning", …: the name of a tone in the API and in style sheets.
std::string_view ToneName(Callout::Tone tone);

struct Block {
  std::variant<Heading, Paragraph, Steps, List, Table, Callout, Code, Image, Link> value;
  bool operator==(const Block&) const = default;
};

// A place in a program that F1 is pressed on.
struct ScreenRef {
  std::string app = "icenter";
  std::string screen;
  bool operator==(const ScreenRef&) const = default;
};

struct Article {
  std::string id;  // stable slug: lower-case ASCII letters, digits, hyphens; at most 100
  std::string title;
  std::string module;
  Kind kind = Kind::kTip;
  std::string lang = "sl";  // ISO 639-1

  std::vector<ScreenRef> f1;
  std::vector<std::string> tags;
  std::vector<std::string> questions;  // other ways to ask for it
  std::optional<Date> updated;
  std::optional<Date> valid_from;  // first valid day
  std::optional<Date> valid_to;    // last valid day
  std::string version_from;        // first program version it holds for, empty: any
  std::string version_to;
  std::string url;                   // where it is published, empty: nowhere else
  std::vector<std::string> aliases;  // web addresses and ids that lead to it too
  std::vector<std::string> related;  // ids of articles
  std::optional<int> issue;          // newsletter number

  std::vector<Block> blocks;
};

// A part of an article that can answer on its own: what stands before the first heading, or one heading
// with what follows it up to the next heading.
struct Passage {
  std::string anchor;     // the heading's; empty for the part before the first heading
  std::string heading;    // plain text; empty likewise
  std::size_t first = 0;  // index into Article::blocks, the heading included
  std::size_t count = 0;  // number of blocks
  bool operator==(const Passage&) const = default;
};

// The passages in order. Together they cover every block once; none is empty.
std::vector<Passage> Passages(const Article& article);

// Words without style.
Text PlainSpan(std::string words);
Block PlainParagraph(std::string words);

// The words without style, for indexing and for people.
std::string PlainText(const Text& text);
std::string PlainText(const Block& block);

}  // namespace pomocnik::kb
