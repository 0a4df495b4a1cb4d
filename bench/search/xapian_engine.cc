#include <xapian.h>

#include <filesystem>
#include <optional>
#include <utility>

#include "bench/search/engine.h"

namespace pomocnik::bench {
namespace {

constexpr unsigned kBatch = 10000;

// As its documentation begins: term generator, query parser, BM25. It has no stemmer for Slovene.
class XapianEngine : public Engine {
 public:
  explicit XapianEngine(std::string folder) : path_(std::move(folder) + "/xapian") {}

  std::string name() const override { return "Xapian"; }

  Status Build(const kb::Library& library) override try {
    std::filesystem::remove_all(path_);
    Xapian::WritableDatabase database(path_, Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    unsigned waiting = 0;
    for (const auto& source : library.articles) {
      const PlainArticle plain = PlainArticleOf(source.article);
      Xapian::Document document;
      document.set_data(source.article.id);
      generator.set_document(document);
      generator.index_text(plain.title, 3);
      generator.increase_termpos();
      generator.index_text(plain.keywords, 2);
      generator.increase_termpos();
      generator.index_text(plain.body);
      database.add_document(document);
      if (++waiting % kBatch == 0) database.commit();
    }
    database.commit();
    return {};
  } catch (const Xapian::Error& error) {
    return Error::Internal("Xapian: " + error.get_description());
  }

  Status Open() override try {
    database_.emplace(path_);
    return {};
  } catch (const Xapian::Error& error) {
    return Error::Internal("Xapian: " + error.get_description());
  }

  Result<std::vector<std::string>> Search(const std::string& question) override try {
    Xapian::QueryParser parser;
    parser.set_default_op(Xapian::Query::OP_OR);
    Xapian::Enquire enquire(*database_);
    enquire.set_query(parser.parse_query(question, 0));
    std::vector<std::string> ids;
    const Xapian::MSet found = enquire.get_mset(0, 10);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      ids.push_back(hit.get_document().get_data());
    }
    return ids;
  } catch (const Xapian::Error& error) {
    return Error::Internal("Xapian: " + error.get_description());
  }

 private:
  std::string path_;
  std::optional<Xapian::Database> database_;
};

}  // namespace

std::unique_ptr<Engine> MakeXapianEngine(std::string folder) {
  return std::make_unique<XapianEngine>(std::move(folder));
}

}  // namespace pomocnik::bench
