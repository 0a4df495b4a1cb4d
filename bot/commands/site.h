// The running service: every part made and tied together.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "base/result.h"
#include "bot/article_review.h"
#include "bot/deflection/ledger.h"
#include "bot/http/client_address.h"
#include "bot/http/listener.h"
#include "bot/http/router.h"
#include "bot/retention.h"
#include "kb/import/source_config.h"

namespace pomocnik::bot::commands {

struct SiteOptions {
  std::string data;
  std::string kb;  // that staff may edit and publish from; empty: none
  http::ListenOptions listen;
  http::Settings settings;
  http::TrustedProxies trusted_proxies;
  int state_limit_mb = 4096;
  RetentionRules retention;
  StaleAges stale_ages{};
  deflection::LedgerRules ledger{};
  double holdout_share = 0;
  std::vector<kb::SourceConfig> sources;  // that are imported on a schedule …
  std::string config_file;                // … from the file that names them
};

class Site {
 public:
  // Serves when it returns, with an index or, until there is one, without. Errors say what to do. Clock and
  // log must outlive the site.
  static Result<std::unique_ptr<Site>> Start(const SiteOptions& options, const Clock& clock,
                                             Log& log);

  // Says on /readyz that the site goes away; everything is answered as before.
  void Drain();

  // Answers what has arrived, saves what is waiting, and returns when all threads are done.
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  // Requests that come from now on are answered by these settings.
  void Apply(const http::Settings& settings);

  // Looks for a new index version at once, and again at those that were refused.
  void LookForIndex();

  // What it answers with, for who asks without a connection.
  const http::Router& router() const;

  // "127.0.0.1:8080".
  const std::string& address() const;

 private:
  struct Parts;
  explicit Site(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace pomocnik::bot::commands
