#include <malloc.h>
#include <pthread.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/config.h"
#include "bot/commands/json_log.h"
#include "bot/commands/site.h"

namespace pomocnik::bot::commands {
namespace {

struct ServeOptions {
  std::string config_file;
  Config given;  // on the command line or in the environment
  bool is_public = false;
};

// What was given goes before what the file says, and that before what is usual.
std::string FirstOf(const std::string& given, const std::string& file, const std::string& usual) {
  if (!given.empty()) return given;
  return file.empty() ? usual : file;
}

Result<SiteOptions> MakeSiteOptions(const ServeOptions& options) {
  ASSIGN_OR_RETURN(const Config file, ReadConfigFile(options.config_file));
  SiteOptions site;
  site.data = FirstOf(options.given.data, file.data, "");
  if (site.data.empty()) {
    return Error::InvalidArgument(
        "no data folder; give --data DIR, or `data:` in the --config file");
  }
  site.kb = FirstOf(options.given.kb, file.kb, "");
  const std::string listen = FirstOf(options.given.listen, file.listen, "127.0.0.1:8080");
  const auto address = ParseAddress(listen);
  if (!address) return Error::InvalidArgument("--listen " + listen + ": expected HOST:PORT");
  site.listen.host = address->host;
  site.listen.port = address->port;
  if (options.is_public) site.listen.exposure = http::Exposure::kPublic;
  for (const std::string& origin : options.given.allowed_origins) {
    if (IsOrigin(origin)) continue;
    return Error::InvalidArgument("--allowed-origin " + origin +
                                  ": expected an origin such as https://www.example.si");
  }
  site.settings.allowed_origins =
      options.given.allowed_origins.empty() ? file.allowed_origins : options.given.allowed_origins;
  site.trusted_proxies = file.trusted_proxies;
  site.settings.client_rates = file.limits;
  site.state_limit_mb = file.state_limit_mb;
  site.retention = file.retention;
  site.stale_ages = file.stale_ages;
  site.ledger.window = std::chrono::days(file.deflection_window_days);
  site.holdout_share = file.holdout_share;
  site.sources = file.sources;
  site.config_file = options.config_file;
  return site;
}

// The signals are blocked in every thread, so that Wait can take them.
class Signals {
 public:
  Signals() {
    sigemptyset(&all_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&all_, signal);
    pthread_sigmask(SIG_BLOCK, &all_, nullptr);
    // Who reads our output may go away; the service does not.
    std::signal(SIGPIPE, SIG_IGN);
  }
  // The next one.
  int Wait() const {
    int signal = 0;
    sigwait(&all_, &signal);
    return signal;
  }
  // Returns after that time, or at once when there comes another signal to stop.
  void WaitForStop(std::chrono::seconds limit) const {
    sigset_t stops = all_;
    sigdelset(&stops, SIGHUP);
    const timespec time{limit.count(), 0};
    sigtimedwait(&stops, nullptr, &time);
  }

 private:
  sigset_t all_;
};

// Ends the process when its parts do not end in time. What hangs then is a disk: everything that was
// acknowledged is on it, and what was not has been answered with saved:false.
class ExitDeadline {
 public:
  ExitDeadline(std::chrono::seconds limit, Log& log)
      : thread_([this, limit, &log] {
          std::unique_lock lock(mutex_);
          if (met_.wait_for(lock, limit, [this] { return is_met_; })) return;
          log.Failure("stopped_without_flush");
          std::_Exit(0);
        }) {}
  // Met.
  ~ExitDeadline() {
    {
      std::lock_guard lock(mutex_);
      is_met_ = true;
    }
    met_.notify_one();
    thread_.join();
  }
  ExitDeadline(const ExitDeadline&) = delete;
  ExitDeadline& operator=(const ExitDeadline&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable met_;
  bool is_met_ = false;
  std::thread thread_;  // last: it uses the others
};

constexpr int kAllocationArenas = 4;

// Proxies look at /readyz each second.
constexpr std::chrono::seconds kDrainTime(2);
constexpr std::chrono::seconds kExitLimit(9);  // of a stop altogether

void Stop(int signal, const Signals& signals, std::unique_ptr<Site> site, Log& log) {
  const ExitDeadline deadline(kExitLimit, log);
  if (signal == SIGTERM) {
    log.Info("draining");
    site->Drain();
    signals.WaitForStop(kDrainTime);
  }
  log.Info("stopping");
  site.reset();
  log.Info("stopped");
}

// Reads the configuration anew and takes over what can change while the site runs.
Status Reload(const ServeOptions& options, const SiteOptions& started, Site& site, Log& log) {
  site.LookForIndex();
  ASSIGN_OR_RETURN(const SiteOptions now, MakeSiteOptions(options));
  if (now.data != started.data) log.Warning("needs_restart", {{"data", now.data}});
  if (now.kb != started.kb) log.Warning("needs_restart", {{"kb", now.kb}});
  if (now.listen.host != started.listen.host || now.listen.port != started.listen.port) {
    log.Warning("needs_restart",
                {{"listen", now.listen.host + ":" + std::to_string(now.listen.port)}});
  }
  if (now.trusted_proxies != started.trusted_proxies) {
    log.Warning("needs_restart", {{"setting", "trusted_proxies"}});
  }
  if (now.state_limit_mb != started.state_limit_mb) {
    log.Warning("needs_restart", {{"state_limit_mb", std::to_string(now.state_limit_mb)}});
  }
  if (now.retention != started.retention) log.Warning("needs_restart", {{"setting", "retention"}});
  if (now.stale_ages != started.stale_ages) {
    log.Warning("needs_restart", {{"setting", "stale_months, ages"}});
  }
  if (now.ledger.window != started.ledger.window || now.holdout_share != started.holdout_share) {
    log.Warning("needs_restart", {{"setting", "deflection_window_days, holdout_share"}});
  }
  if (now.sources != started.sources) log.Warning("needs_restart", {{"setting", "sources"}});
  site.Apply(now.settings);
  return {};
}

Status Serve(const ServeOptions& options) {
  ASSIGN_OR_RETURN(const SiteOptions site_options, MakeSiteOptions(options));
  const Signals signals;  // before any thread starts
  // An arena keeps what the largest request in it took. One for each thread would keep four times as much.
  mallopt(M_ARENA_MAX, kAllocationArenas);
  const SystemClock clock;
  JsonLog log(clock);
  ASSIGN_OR_RETURN(auto site, Site::Start(site_options, clock, log));
  std::cout << "Pomočnik listens on http://" << site->address() << std::endl;
  log.Info("started", {{"address", site->address()}, {"data", site_options.data}});
  int signal = signals.Wait();
  for (; signal == SIGHUP; signal = signals.Wait()) {
    const Status reloaded = Reload(options, site_options, *site, log);
    if (reloaded) {
      log.Info("reloaded");
    } else {
      log.Failure("not_reloaded", {{"error", reloaded.error().message}});
    }
  }
  Stop(signal, signals, std::move(site), log);
  return {};
}

int Run(const ServeOptions& options) {
  const Status served = Serve(options);
  if (served) return 0;
  std::cerr << "pomocnik serve: " << served.error().message << '\n';
  return 1;
}

}  // namespace

void AddServe(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* command = program.add_subcommand("serve", "Answer over HTTP until SIGTERM or Ctrl-C");
  command->add_option("--data", options->given.data, "Data folder, as `pomocnik index` made it")
      ->envname("POMOCNIK_DATA");
  command
      ->add_option("--kb", options->given.kb,
                   "Folder that staff may edit and publish from; without it editing is off")
      ->envname("POMOCNIK_KB");
  command->add_option("--listen", options->given.listen, "HOST:PORT; 127.0.0.1:8080 if not given")
      ->envname("POMOCNIK_LISTEN");
  command
      ->add_option(
          "--config", options->config_file,
          "YAML file with data, kb, listen, allowed_origins, trusted_proxies, limits, "
          "state_limit_mb, retention, stale_months, ages and sources; SIGHUP reads it anew")
      ->envname("POMOCNIK_CONFIG");
  command
      ->add_option("--allowed-origin", options->given.allowed_origins,
                   "Origin whose pages may show the widget; may be repeated")
      ->envname("POMOCNIK_ALLOWED_ORIGIN");
  command->add_flag("--public", options->is_public,
                    "Allow --listen on an address that other machines can reach. Meant for "
                    "containers: the proxy in front is a part of the protection");
  command->footer(
      "What is given here goes before the environment, and that before the file. A new index "
      "version\n"
      "is taken up within a second, without a restart. Examples:\n"
      "  pomocnik serve --data data\n"
      "  pomocnik serve --config /etc/pomocnik.yaml --listen '[::1]:9000'");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace pomocnik::bot::commands
