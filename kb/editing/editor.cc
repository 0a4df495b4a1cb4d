#include "kb/editing/editor.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <utility>

#include "kb/diagnostic.h"
#include "kb/editing/edited_file.h"
#include "kb/import/file_finder.h"
#include "kb/lexicon/lexicon_writer.h"
#include "kb/markdown/article_parser.h"
#include "kb/markdown/article_writer.h"

namespace pomocnik::kb {
namespace {

constexpr std::string_view kArticles = "articles";
constexpr double kSameMeaning = 0.9;  // as synonyms.yaml weighs the same thing

Error NoSuchArticle(std::string_view id) {
  return Error::NotFound("no article " + std::string(id) + " in the knowledge base");
}

Result<Article> Parse(const std::string& text, const std::string& file) {
  Diagnostics diagnostics;
  auto article = ParseArticle(text, file, diagnostics);
  if (article) return *std::move(article);
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::kError) {
      return Error::InvalidArgument(FormatDiagnostic(diagnostic));
    }
  }
  return Error::InvalidArgument(file + " is no article");
}

std::vector<std::string> NewQuestions(const Article& before, const Article& after) {
  std::vector<std::string> added;
  std::copy_if(after.questions.begin(), after.questions.end(), std::back_inserter(added),
               [&](const std::string& question) {
                 return std::find(before.questions.begin(), before.questions.end(), question) ==
                        before.questions.end();
               });
  return added;
}

}  // namespace

Status Editor::Visit(const std::function<Go(Found)>& visit) const {
  Diagnostics ignored;  // what cannot be read has no id that somebody could name
  const std::string folder = folder_ + "/" + std::string(kArticles);
  ASSIGN_OR_RETURN(const auto files, FindFiles(folder, ".md", ignored));
  for (const FoundFile& file : files) {
    auto text = ReadEditable(file.path);
    if (!text) continue;
    std::error_code error;
    const std::string path = std::filesystem::canonical(file.path, error).string();
    if (error) continue;
    Found found{path, std::string(kArticles) + "/" + file.name, *std::move(text)};
    if (visit(std::move(found)) == Go::kStop) return {};
  }
  return {};
}

Result<std::optional<Editor::Found>> Editor::Find(std::string_view id) const {
  std::optional<Found> article;
  RETURN_IF_ERROR(Visit([&](Found found) {
    if (IdOf(found.text) != id) return Go::kOn;
    article = std::move(found);
    return Go::kStop;
  }));
  return article;
}

Result<std::optional<StoredArticle>> Editor::FindArticle(std::string_view id) {
  const std::lock_guard lock(mutex_);
  ASSIGN_OR_RETURN(auto found, Find(id));
  if (!found) return std::optional<StoredArticle>();
  auto article = Parse(found->text, found->file);
  if (!article) return std::optional<StoredArticle>();
  return std::optional<StoredArticle>(StoredArticle{
      *std::move(article), std::string(BodyOf(found->text)), RevisionOf(found->text), found->file});
}

Result<SavedArticle> Editor::SaveNew(const ArticleEdit& edit) const {
  std::set<std::string> taken;
  RETURN_IF_ERROR(Visit([&](const Found& found) {
    taken.insert(IdOf(found.text));
    taken.insert(std::filesystem::path(found.file).stem().string());
    return Go::kOn;
  }));
  Article article = Apply(edit, {});
  article.id = NewArticleId(article.title, taken);
  const std::string file = std::string(kArticles) + "/" + article.id + ".md";
  RETURN_IF_ERROR(ReplaceFile(folder_ + "/" + file, "", FormatArticle(article, edit.markdown)));
  return SavedArticle{article.id, file, article.lang, article.questions};
}

Result<SavedArticle> Editor::SaveArticle(const ArticleEdit& edit) {
  const std::lock_guard lock(mutex_);
  if (edit.id.empty()) return SaveNew(edit);
  ASSIGN_OR_RETURN(const auto found, Find(edit.id));
  if (!found) return NoSuchArticle(edit.id);
  if (!edit.revision.empty() && edit.revision != RevisionOf(found->text)) {
    return Error::Conflict(found->file + " was changed meanwhile");
  }
  ASSIGN_OR_RETURN(const Article before, Parse(found->text, found->file));
  const Article after = Apply(edit, before);
  RETURN_IF_ERROR(
      ReplaceFile(found->path, found->text, RewriteArticle(found->text, after, edit.markdown)));
  return SavedArticle{edit.id, found->file, after.lang, NewQuestions(before, after)};
}

Result<SavedArticle> Editor::AddQuestion(std::string_view id, const std::string& question) {
  const std::lock_guard lock(mutex_);
  ASSIGN_OR_RETURN(const auto found, Find(id));
  if (!found) return NoSuchArticle(id);
  ASSIGN_OR_RETURN(Article article, Parse(found->text, found->file));
  SavedArticle saved{article.id, found->file, article.lang, {}};
  auto& known = article.questions;
  if (std::find(known.begin(), known.end(), question) != known.end()) return saved;
  known.push_back(question);
  saved.new_questions = {question};
  RETURN_IF_ERROR(ReplaceFile(found->path, found->text,
                              RewriteArticle(found->text, article, BodyOf(found->text))));
  return saved;
}

Result<std::string> Editor::AddWord(std::string_view lang, const std::string& word,
                                    const std::string& means) {
  const std::lock_guard lock(mutex_);
  if (lang == "sl") {
    RETURN_IF_ERROR(ChangeFile(kAddedSynonymsFile, [&](std::string_view text) {
      return AddSynonyms(text, {{word, means}, kSameMeaning});
    }));
    return std::string(kAddedSynonymsFile);
  }
  RETURN_IF_ERROR(ChangeFile(kAddedTranslationsFile, [&](std::string_view text) {
    return AddTranslation(text, lang, {word, {means}});
  }));
  return std::string(kAddedTranslationsFile);
}

Status Editor::Change(std::string_view file, const TextChange& change) {
  const std::lock_guard lock(mutex_);
  return ChangeFile(file, change);
}

Status Editor::ChangeFile(std::string_view file, const TextChange& change) const {
  const std::string path = folder_ + "/" + std::string(file);
  ASSIGN_OR_RETURN(const std::string was, ReadEditable(path));
  ASSIGN_OR_RETURN(const std::string now, change(was));
  return now == was ? Status() : ReplaceFile(path, was, now);
}

}  // namespace pomocnik::kb
