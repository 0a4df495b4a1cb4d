#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "bot/commands/commands.h"
#include "bot/commands/kb_check.h"
#include "bot/commands/progress.h"
#include "bot/commands/web_links.h"
#include "kb/fetch/curl_fetcher.h"

namespace pomocnik::bot::commands {
namespace {

struct CheckOptions {
  std::string kb;
  std::vector<std::string> articles;
  std::string data;
  bool checks_links = false;
};

WebLinks AskTheWeb(const kb::Library& library) {
  const SystemClock clock;
  kb::fetch::FetchOptions polite;
  polite.allow_hosts = LinkedHosts(library);
  kb::fetch::CurlFetcher fetcher(polite, clock, {});
  ProgressBar bar("Links");
  return CheckWebLinks(library, fetcher,
                       [&](std::size_t done, std::size_t total) { bar.Show(done, total); });
}

int Run(const CheckOptions& options) {
  const auto checked = ReadAndCheck(options.kb, options.articles, options.data);
  if (!checked) {
    std::cerr << "pomocnik check: " << checked.error().message << '\n';
    return 1;
  }
  PrintDiagnostics(checked->diagnostics);
  std::cout << checked->library.articles.size() << " articles, " << checked->errors << " errors, "
            << checked->warnings << " warnings\n";
  std::size_t broken = 0;
  if (options.checks_links) {
    const WebLinks links = AskTheWeb(checked->library);
    PrintDiagnostics(links.diagnostics);
    std::cout << "links: " << links.fine << " fine, " << links.moved << " moved, " << links.broken
              << " broken, " << links.unsure << " unsure, " << links.not_checked
              << " not checked\n";
    broken = links.broken;
  }
  return checked->errors > 0 || broken > 0 ? 1 : 0;
}

}  // namespace

void AddCheck(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      program.add_subcommand("check", "Say what is wrong with a knowledge base, and build nothing");
  command->add_option("--kb", options->kb, "Folder with articles, lexicon, phrases and policy")
      ->envname("POMOCNIK_KB")
      ->required();
  command->add_option("--articles", options->articles,
                      "Folder of articles instead of those in --kb; may be repeated");
  command->add_option("--data", options->data,
                      "Data folder: articles of imported sources are checked, too");
  command->add_flag("--links", options->checks_links,
                    "Ask the web whether links of articles still lead somewhere; takes half a "
                    "second a link");
  command->footer(
      "Exit code 1 when there is an error or a broken link. Examples:\n"
      "  pomocnik check --kb kb\n"
      "  pomocnik check --kb kb --data data --links    once a week, from a timer");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
