#include "kb/records/record_article.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "kb/dates/written_dates.h"
#include "kb/markdown/address.h"
#include "kb/markdown/body.h"
#include "kb/markdown/front_matter.h"
#include "kb/markdown/slug.h"
#include "kb/plain_text/plain_text.h"

namespace pomocnik::kb::records {
namespace {

constexpr std::size_t kMaxTitle = 300;  // code points
constexpr std::size_t kMaxName = 200;   // of a module, a tag, an id

std::string Quoted(std::string_view text) {
  return "\"" + std::string(TruncateCodePoints(text, 80)) + "\"";
}

// Reads one record; the first thing that is wrong ends it.
class RecordReader {
 public:
  RecordReader(const Record& record, const SourceDefaults& defaults, Reporter& reporter)
      : record_(record), defaults_(defaults), reporter_(reporter) {}

  // Absent after an error.
  std::optional<ImportedArticle> Read() {
    ImportedArticle imported;
    Article& article = imported.article;
    ReadTitle(article);
    ReadNames(article);
    ReadKind(imported);
    ReadScreens(article);
    article.updated = Day(Field::kUpdated);
    article.valid_from = Day(Field::kValidFrom);
    article.valid_to = Day(Field::kValidTo);
    ReadUrl(article);
    if (!failed_) ReadAnswer(article);
    if (failed_) return std::nullopt;
    return imported;
  }

 private:
  void Fail(std::string message) {
    if (!failed_) reporter_.Fail(record_.line, std::move(message));
    failed_ = true;
  }

  // The texts of a field, divided at any of `marks`.
  std::vector<std::string> List(Field field, std::string_view marks) {
    std::vector<std::string> list;
    for (std::string_view text : record_[field]) {
      while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(marks), text.size());
        std::string part = OneLine(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!part.empty()) list.push_back(std::move(part));
      }
    }
    if (list.size() > kMaxValues) Fail("'" + FieldName(field) + "' has too many values");
    return list;
  }

  std::string Line(Field field, std::size_t limit) {
    if (record_[field].empty()) return {};
    std::string text = OneLine(record_[field].front());
    if (CountCodePoints(text) > limit) Fail("'" + FieldName(field) + "' is too long");
    return text;
  }

  std::optional<Date> Day(Field field) {
    const std::string text = Line(field, kMaxName);
    const auto day = ReadDate(text);
    if (!day && !text.empty()) {
      Fail("'" + FieldName(field) + "' must be a day, not " + Quoted(text));
    }
    return day;
  }

  void ReadTitle(Article& article) {
    article.title = Line(Field::kTitle, kMaxTitle);
    article.questions = List(Field::kQuestion, "|\n");
    for (const std::string& question : article.questions) {
      if (CountCodePoints(question) > kMaxTitle) return Fail("a question is too long");
    }
    if (!article.title.empty()) return;
    if (article.questions.empty()) return Fail("there is neither a title nor a question");
    article.title = article.questions.front();
    article.questions.erase(article.questions.begin());
  }

  void ReadNames(Article& article) {
    article.module = Line(Field::kModule, kMaxName);
    article.tags = List(Field::kTags, ",;|\n");
    article.version_from = Line(Field::kVersionFrom, kMaxName);
    article.version_to = Line(Field::kVersionTo, kMaxName);
    article.lang = Line(Field::kLang, kMaxName);
    const bool is_code =
        article.lang.size() == 2 && std::all_of(article.lang.begin(), article.lang.end(),
                                                [](char c) { return c >= 'a' && c <= 'z'; });
    if (!article.lang.empty() && !is_code) {
      Fail("'lang' must be two letters like sl, not " + Quoted(article.lang));
    }
  }

  void ReadKind(ImportedArticle& imported) {
    const std::string name = Line(Field::kKind, kMaxName);
    imported.kind = ParseKind(name);
    if (!imported.kind && !name.empty()) Fail("there is no kind " + Quoted(name));
  }

  void ReadScreens(Article& article) {
    for (const std::string& name : List(Field::kScreen, ",;|\n")) {
      auto screen = ParseScreenRef(name);
      if (!screen) return Fail("'screen' must be [app:]SCREEN, not " + Quoted(name));
      if (name.find(':') == std::string::npos) screen->app = defaults_.app;
      article.f1.push_back(*std::move(screen));
    }
  }

  void ReadUrl(Article& article) {
    article.url = Line(Field::kUrl, 2000);
    if (article.url.empty() || IsWebAddress(article.url)) return;
    Fail("'url' must begin with https:// or http://, not " + Quoted(article.url));
  }

  void ReadAnswer(Article& article) {
    const auto& texts = record_[Field::kAnswer];
    const std::string_view answer = texts.empty() ? std::string_view{} : texts.front();
    const std::string format = Slug(Line(Field::kFormat, kMaxName));
    if (format.empty() || format == "markdown" || format == "md") {
      article.blocks = ReadMarkdown(answer);
    } else if (format == "text" || format == "besedilo") {
      article.blocks = ReadPlainText(answer);
    } else {
      return Fail("'format' must be markdown or text, not " + Quoted(format));
    }
    if (article.blocks.empty()) Fail("there is no answer");
  }

  std::vector<Block> ReadMarkdown(std::string_view answer) {
    Diagnostics found;
    Reporter reporter({}, found);
    std::vector<Block> blocks = ReadBody(answer, record_.line, reporter);
    for (Diagnostic& diagnostic : found) {
      if (diagnostic.severity == Severity::kError) {
        Fail("the answer cannot be read: " + diagnostic.message);
      } else {
        reporter_.Warn(record_.line, std::move(diagnostic.message));
      }
    }
    return blocks;
  }

  const Record& record_;
  const SourceDefaults& defaults_;
  Reporter& reporter_;
  bool failed_ = false;
};

bool IsPublished(const Record& record) {
  constexpr std::array<std::string_view, 6> kPublished = {"",           "published", "public",
                                                          "objavljeno", "objavljen", "active"};
  const auto& texts = record[Field::kStatus];
  const std::string status = texts.empty() ? std::string{} : Slug(texts.front());
  return std::find(kPublished.begin(), kPublished.end(), status) != kPublished.end();
}

}  // namespace

ArticleMaker::ArticleMaker(const SourceDocument& document, const SourceDefaults& defaults)
    : document_(document.address),
      defaults_(defaults),
      reporter_(document.address, imported_.diagnostics) {}

void ArticleMaker::Add(const Record& record) {
  if (!IsPublished(record)) {
    ++unpublished_;
    return;
  }
  auto imported = RecordReader(record, defaults_, reporter_).Read();
  if (!imported) return;
  imported->address = AddressFor(record, imported->article);
  if (!taken_.insert(imported->address).second) {
    return Fail(record.line, "the id is there already: " + imported->address);
  }
  imported_.articles.push_back(*std::move(imported));
}

void ArticleMaker::WarnOfName(int line, std::string_view name) {
  const std::string shown(TruncateCodePoints(name, 80));
  if (unknown_names_.size() < kMaxValues && unknown_names_.insert(shown).second) {
    reporter_.Warn(line, "'" + shown + "' is no field and is passed over");
  }
}

Imported ArticleMaker::Finish() && {
  if (unpublished_ > 0) {
    reporter_.Warn(
        0, "records left out because they are not published: " + std::to_string(unpublished_));
  }
  return std::move(imported_);
}

std::string ArticleMaker::AddressFor(const Record& record, const Article& article) {
  const auto& ids = record[Field::kId];
  if (!ids.empty() && !OneLine(ids.front()).empty()) {
    return document_ + "#" + std::string(TruncateCodePoints(OneLine(ids.front()), kMaxName));
  }
  std::string slug = Slug(article.title);
  if (slug.empty()) slug = "zapis";
  std::string address = document_ + "#" + slug;
  for (int number = 2; taken_.count(address) > 0; ++number) {
    address = document_ + "#" + slug + "-" + std::to_string(number);
  }
  return address;
}

}  // namespace pomocnik::kb::records
