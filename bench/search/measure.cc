// Builds every engine over one corpus, asks all of them the same questions in turns and prints what they
// answered and how long it took, one JSON object a line and engine. bench/search/run makes a table of it.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/utf8.h"
#include "bench/search/corpus.h"
#include "bench/search/engine.h"

namespace pomocnik::bench {
namespace {

using Json = nlohmann::ordered_json;
using Seconds = std::chrono::duration<double>;
using SteadyClock = std::chrono::steady_clock;

// An engine that took longer than this for all questions is not asked again.
constexpr Seconds kLongRound{10};
constexpr std::uint64_t kSeed = 4;

struct Options {
  SetFiles files;
  std::string folder;
  std::vector<std::string> engines = {"pomocnik", "fts5", "xapian"};
  std::size_t articles = 0;   // 0: those of the set
  std::size_t questions = 0;  // 0: those of the set, otherwise made ones
  int rounds = 5;
  std::string dump;     // folder that gets articles.jsonl and questions.jsonl
  std::string hostile;  // JSON array of texts to ask our engine
};

struct Measured {
  std::unique_ptr<Engine> engine;
  double build_seconds = 0;
  std::vector<std::vector<std::string>> answers;  // by question
  std::vector<std::vector<double>> micros;        // by question and round
  bool slow = false;
};

Status BuildAll(const Corpus& corpus, std::vector<Measured>& all) {
  for (auto& measured : all) {
    const auto begin = SteadyClock::now();
    RETURN_IF_ERROR(measured.engine->Build(corpus.library));
    measured.build_seconds = Seconds(SteadyClock::now() - begin).count();
    RETURN_IF_ERROR(measured.engine->Open());
    measured.answers.resize(corpus.questions.size());
    measured.micros.resize(corpus.questions.size());
  }
  return {};
}

Status AskAll(const Corpus& corpus, Measured& measured) {
  const auto round_begin = SteadyClock::now();
  for (std::size_t i = 0; i < corpus.questions.size(); ++i) {
    const auto begin = SteadyClock::now();
    ASSIGN_OR_RETURN(measured.answers[i], measured.engine->Search(corpus.questions[i].text));
    measured.micros[i].push_back(Seconds(SteadyClock::now() - begin).count() * 1e6);
  }
  measured.slow = SteadyClock::now() - round_begin > kLongRound;
  return {};
}

// The fastest of a question's rounds: other work on the machine only adds to it.
double Typical(const std::vector<double>& rounds) {
  return *std::min_element(rounds.begin(), rounds.end());
}

Json Report(const Corpus& corpus, const Measured& measured) {
  Json answers = Json::array();
  for (std::size_t i = 0; i < corpus.questions.size(); ++i) {
    answers.push_back({{"id", corpus.questions[i].id},
                       {"articles", measured.answers[i]},
                       {"micros", Typical(measured.micros[i])}});
  }
  return {{"engine", measured.engine->name()},
          {"articles", corpus.library.articles.size()},
          {"buildSeconds", measured.build_seconds},
          {"answers", answers}};
}

void WriteLine(std::ofstream& file, const Json& line) {
  file << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Status Dump(const Corpus& corpus, const std::string& folder) {
  std::ofstream articles(folder + "/articles.jsonl");
  for (const auto& source : corpus.library.articles) {
    const PlainArticle plain = PlainArticleOf(source.article);
    WriteLine(articles, {{"id", source.article.id},
                         {"title", plain.title},
                         {"keywords", plain.keywords},
                         {"body", plain.body}});
  }
  std::ofstream questions(folder + "/questions.jsonl");
  for (const auto& question : corpus.questions) {
    WriteLine(questions, {{"id", question.id},
                          {"article", question.article},
                          {"style", question.style},
                          {"lang", question.lang},
                          {"text", question.text}});
  }
  if (!articles.flush() || !questions.flush()) return Error::Internal("cannot write in " + folder);
  return {};
}

// Microseconds of each text.
template <typename Ask>
Result<Json> Time(const std::vector<std::string>& texts, int rounds, Ask ask) {
  Json micros = Json::array();
  for (const auto& text : texts) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
      const auto begin = SteadyClock::now();
      RETURN_IF_ERROR(ask(text));
      times.push_back(Seconds(SteadyClock::now() - begin).count() * 1e6);
    }
    micros.push_back(Typical(times));
  }
  return micros;
}

Result<std::vector<std::string>> ReadTexts(const std::string& path) {
  std::ifstream file(path);
  const Json texts = Json::parse(file, nullptr, false);
  if (!texts.is_array()) return Error::InvalidArgument(path + " is no JSON array");
  return texts.get<std::vector<std::string>>();
}

// The first 2 to 6 letters of titles.
std::vector<std::string> Beginnings(const Corpus& corpus) {
  constexpr std::size_t kTitles = 200;
  std::vector<std::string> typed;
  const auto& articles = corpus.library.articles;
  for (std::size_t i = 0; i < articles.size(); i += 1 + articles.size() / kTitles) {
    for (std::size_t letters = 2; letters <= 6; ++letters) {
      typed.push_back(std::string(TruncateCodePoints(articles[i].article.title, letters)));
    }
  }
  return typed;
}

// What only our engine is asked.
Status MeasureOwn(const Options& options, const Corpus& corpus, Engine& engine) {
  if (options.hostile.empty()) return {};
  ASSIGN_OR_RETURN(const auto texts, ReadTexts(options.hostile));
  ASSIGN_OR_RETURN(Json hostile,
                   Time(texts, options.rounds, [&](const std::string& text) -> Status {
                     ASSIGN_OR_RETURN(auto ids, engine.Search(text));
                     return {};
                   }));
  ASSIGN_OR_RETURN(Json suggest,
                   Time(Beginnings(corpus), options.rounds,
                        [&](const std::string& typed) { return engine.Suggest(typed); }));
  std::cout << Json{{"hostile", hostile}}.dump() << '\n'
            << Json{{"suggest", suggest}}.dump() << '\n';
  return {};
}

std::vector<Measured> Engines(const Options& options) {
  std::vector<Measured> all;
  const auto add = [&](std::unique_ptr<Engine> engine) {
    if (engine) all.push_back({std::move(engine), 0, {}, {}, false});
  };
  for (const auto& name : options.engines) {
    if (name == "pomocnik") add(MakeOwnEngine(options.folder + "/pomocnik"));
    if (name == "xapian") add(MakeXapianEngine(options.folder));
    if (name != "fts5") continue;
    add(MakeFts5Engine(Fts5Words::kUnicode61, options.folder));
    add(MakeFts5Engine(Fts5Words::kTrigram, options.folder));
    add(MakeFts5Engine(Fts5Words::kFiveLetters, options.folder));
  }
  return all;
}

Status Measure(const Options& options) {
  std::filesystem::create_directories(options.folder);
  ASSIGN_OR_RETURN(Corpus corpus, ReadCorpus(options.files));
  if (options.articles > corpus.library.articles.size()) {
    AddSloveneText(options.articles, kSeed, corpus);
  }
  if (options.questions > 0) AskAboutSloveneText(options.questions, kSeed, corpus);
  if (!options.dump.empty()) RETURN_IF_ERROR(Dump(corpus, options.dump));
  auto all = Engines(options);
  RETURN_IF_ERROR(BuildAll(corpus, all));
  for (int round = 0; round < options.rounds; ++round) {
    for (auto& measured : all) {
      if (!measured.slow) RETURN_IF_ERROR(AskAll(corpus, measured));
    }
  }
  for (const auto& measured : all) std::cout << Report(corpus, measured).dump() << '\n';
  return all.empty() ? Status() : MeasureOwn(options, corpus, *all.front().engine);
}

int Main(int argc, char** argv) {
  Options options;
  CLI::App program("Measures search engines over one corpus; see bench/search/run");
  program.add_option("--kb", options.files.kb, "Folder with lexicon, policy and phrases")
      ->required();
  program.add_option("--articles", options.files.articles,
                     "Folder of articles instead of the kb's; may be repeated");
  program.add_option("--questions", options.files.questions, "File of questions")->required();
  program.add_option("--model", options.files.model, "Model made by `pomocnik lexicon build`");
  program.add_option("--folder", options.folder, "Gets the indexes")->required();
  program.add_option("--engines", options.engines, "pomocnik, fts5, xapian")->delimiter(',');
  program.add_option("--count", options.articles, "Add made-up articles up to this number");
  program.add_option("--ask", options.questions, "Ask this many made-up questions instead");
  program.add_option("--rounds", options.rounds, "How often each question is asked");
  program.add_option("--dump", options.dump, "Folder that gets what the other tools are given");
  program.add_option("--hostile", options.hostile,
                     "JSON array of texts to ask our engine, which comes first");
  CLI11_PARSE(program, argc, argv);
  const Status measured = Measure(options);
  if (measured) return 0;
  std::cerr << "measure: " << measured.error().message << '\n';
  return 1;
}

}  // namespace
}  // namespace pomocnik::bench

int main(int argc, char** argv) { return pomocnik::bench::Main(argc, argv); }
