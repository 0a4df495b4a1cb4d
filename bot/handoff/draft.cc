#include "bot/handoff/draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace pomocnik::bot {
namespace {

constexpr std::size_t kTitleLimit = 80;   // code points
constexpr std::size_t kTextLimit = 2000;  // what the portal's form takes
constexpr std::size_t kAskedLimit = 400;  // of each message after the first
constexpr std::size_t kFirstLimit = 900;
constexpr std::size_t kLeastMessage = 6;  // bytes; shorter quotations are names of buttons
constexpr std::size_t kMaxMessages = 3;

// The beginning of the text in one line, cut between words.
std::string OneLine(std::string_view text, std::size_t limit) {
  std::string line;
  for (char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  std::string_view start = TruncateCodePoints(line, limit);
  if (start.size() == line.size()) return line;
  const std::size_t word_end = start.rfind(' ');
  if (word_end != std::string_view::npos && word_end > 0) start = start.substr(0, word_end);
  return std::string(start) + " …";
}

struct Marks {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Marks, 4> kQuotationMarks = {
    {{"»", "«"}, {"„", "“"}, {"“", "”"}, {"\"", "\""}}};
constexpr std::array<std::string_view, 5> kAnnouncements = {
    "napaka:", "napako:", "sporočilo:", "error:", "greška:"};

void AddQuoted(std::string_view text, const Marks& marks, std::vector<std::string>& messages) {
  for (std::size_t at = text.find(marks.open); at != std::string_view::npos;
       at = text.find(marks.open, at)) {
    at += marks.open.size();
    const std::size_t end = text.find(marks.close, at);
    if (end == std::string_view::npos) return;
    if (end - at >= kLeastMessage) messages.emplace_back(text.substr(at, end - at));
    at = end + marks.close.size();
  }
}

class Writer {
 public:
  Writer(const Phrases& phrases, std::string_view lang) : phrases_(phrases), lang_(lang) {}

  void Line(std::string_view key) { text_ += phrases_.Format(key, lang_) + "\n"; }
  void Line(std::string_view key, std::string_view value) {
    if (!value.empty()) text_ += phrases_.Format(key, lang_, {{"value", value}}) + "\n";
  }
  void Item(std::string_view value) { text_ += "- " + std::string(value) + "\n"; }
  void Text(std::string_view value) { text_ += std::string(value) + "\n"; }
  void Gap() { text_ += "\n"; }
  std::string Take() {
    text_ = TruncateCodePoints(text_, kTextLimit);
    while (text_.ends_with("\n\n")) text_.pop_back();
    return std::move(text_);
  }

 private:
  const Phrases& phrases_;
  std::string_view lang_;
  std::string text_;
};

void WriteAsked(const Conversation& conversation, Writer& writer) {
  if (conversation.asked.empty()) return;
  writer.Line(phrase::kDraftQuestion);
  writer.Text(TruncateCodePoints(conversation.asked.front(), kFirstLimit));
  if (conversation.asked.size() > 1) writer.Line(phrase::kDraftFurther);
  for (std::size_t i = 1; i < conversation.asked.size(); ++i) {
    writer.Item(OneLine(conversation.asked[i], kAskedLimit));
  }
  std::vector<std::string> messages;
  for (const std::string& asked : conversation.asked) {
    for (auto& message : ProgramMessages(asked)) messages.push_back(std::move(message));
  }
  if (messages.size() > kMaxMessages) messages.resize(kMaxMessages);
  for (const std::string& message : messages) writer.Line(phrase::kDraftError, message);
  writer.Gap();
}

void WriteShown(const Conversation& conversation, Writer& writer) {
  if (conversation.shown.empty()) return;
  writer.Line(phrase::kDraftShown);
  for (const ShownArticle& article : conversation.shown) {
    writer.Item(article.title + " (" + article.id + ")");
  }
  if (conversation.helped == Conversation::Helped::kNo) writer.Line(phrase::kDraftNotHelpful);
  writer.Gap();
}

}  // namespace

std::vector<std::string> ProgramMessages(std::string_view text) {
  std::vector<std::string> messages;
  for (const Marks& marks : kQuotationMarks) AddQuoted(text, marks, messages);
  if (!messages.empty()) return messages;
  for (const std::string_view announcement : kAnnouncements) {
    std::size_t at = text.find(announcement);
    if (at == std::string_view::npos) continue;
    at = text.find_first_not_of(' ', at + announcement.size());
    if (at == std::string_view::npos) continue;
    messages.emplace_back(text.substr(at, text.find('\n', at) - at));
  }
  return messages;
}

Draft WriteDraft(const Conversation& conversation, std::string_view reference,
                 const Phrases& phrases, std::string_view lang) {
  Draft draft;
  draft.reference = reference;
  const std::string_view subject = !conversation.subject.empty() ? conversation.subject
                                   : conversation.asked.empty()  ? std::string_view()
                                                                 : conversation.asked.front();
  draft.title = OneLine(subject, kTitleLimit);
  Writer writer(phrases, lang);
  writer.Line(phrase::kDraftReference, reference);
  writer.Gap();
  WriteAsked(conversation, writer);
  WriteShown(conversation, writer);
  const index::Context& context = conversation.context;
  writer.Line(phrase::kDraftApp, context.app);
  writer.Line(phrase::kDraftModule, context.module);
  writer.Line(phrase::kDraftScreen, context.screen);
  writer.Line(phrase::kDraftVersion, context.version);
  draft.text = writer.Take();
  return draft;
}

}  // namespace pomocnik::bot
