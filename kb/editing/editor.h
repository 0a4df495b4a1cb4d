// Changes a kb folder on disk: with kb/import the only input and output of this room.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "kb/article.h"
#include "kb/editing/article_edit.h"

namespace pomocnik::kb {

// An article as it is in the folder.
struct StoredArticle {
  Article article;
  std::string body;      // its Markdown, without the front matter
  std::string revision;  // another one after every change of the file
  std::string file;      // relative to the folder, '/' as separator
};

struct SavedArticle {
  std::string id;
  std::string file;  // as in StoredArticle
  std::string lang;
  std::vector<std::string> new_questions;  // that it did not have before
};

// Writes whole files or nothing, and never over what somebody else has written since it was read. Thread-safe. Of errors,
// kNotFound is an article that is not there, kConflict one that was changed meanwhile, kInvalidArgument a file that is
// broken, kUnavailable a disk that cannot be read or written.
class Editor {
 public:
  // The folder that holds articles/ and lexicon/.
  explicit Editor(std::string folder) : folder_(std::move(folder)) {}

  // Absent when there is no such article, or its file is broken.
  Result<std::optional<StoredArticle>> FindArticle(std::string_view id);

  // Writes articles/<id>.md with an id of its own for a new article, or the file of the one there is.
  // REQUIRES: FindWrongField(edit) is empty.
  Result<SavedArticle> SaveArticle(const ArticleEdit& edit);

  // Adds a way to ask for an article; one that it has already is no error. REQUIRES: a CleanLine.
  Result<SavedArticle> AddQuestion(std::string_view id, const std::string& question);

  // Adds that `word` means `means`: a synonym for "sl", a translation for another language. Returns the file.
  // REQUIRES: both are CleanLines and differ.
  Result<std::string> AddWord(std::string_view lang, const std::string& word,
                              const std::string& means);

  // Makes another text of one of the folder's files ("questions.tsv"); of "" when there is none yet.
  using TextChange = std::function<Result<std::string>(std::string_view)>;
  Status Change(std::string_view file, const TextChange& change);

 private:
  struct Found {
    std::string path;  // without links
    std::string file;
    std::string text;
  };
  // Every article file that can be read, by name, until `visit` says that it has seen enough.
  enum class Go { kOn, kStop };
  Status Visit(const std::function<Go(Found)>& visit) const;
  Result<std::optional<Found>> Find(std::string_view id) const;
  Result<SavedArticle> SaveNew(const ArticleEdit& edit) const;
  Status ChangeFile(std::string_view file, const TextChange& change) const;

  const std::string folder_;
  std::mutex mutex_;  // one change at a time
};

}  // namespace pomocnik::kb
