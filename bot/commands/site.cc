#include "bot/commands/site.h"

#include <atomic>
#include <filesystem>
#include <utility>

#include "bot/answerer.h"
#include "bot/chat.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/inbox.h"
#include "bot/commands/index_watcher.h"
#include "bot/http/chat_api.h"
#include "bot/http/routes.h"
#include "bot/http/server.h"
#include "bot/identity_keys.h"
#include "bot/screen_presses.h"
#include "bot/source_names.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/visitor_events.h"
#include "index/fts/catalog.h"
#include "web-widget/assets.h"

namespace pomocnik::bot::commands {

// In the order in which they need each other; the end comes the other way round, so that requests stop
// before the store closes.
struct Site::Parts {
  CurrentKnowledge knowledge;
  Answerer answerer;
  IdentityKeys keys;
  std::unique_ptr<SqliteTurnStore> store;
  Chat chat;
  ScreenPresses presses;
  VisitorEvents visitors;
  SourceNames sources;
  http::RequestCounters counters;
  http::ClientLimits limits;
  http::ListenerCounters connections;
  std::atomic<http::Phase> phase{http::Phase::kServing};
  http::Router router;
  IndexWatcher watcher;
  Inbox inbox;
  std::unique_ptr<http::Server> server;

  Parts(const SiteOptions& options, const IdentityKeys& identity,
        std::unique_ptr<SqliteTurnStore> turns, const Clock& clock, Log& log)
      : answerer(clock),
        keys(identity),
        store(std::move(turns)),
        chat({knowledge, answerer, *store, keys, clock, log, http::WriteChatReply,
              options.holdout_share}),
        presses(store->presses(), store->events(), clock),
        visitors(store->events(), *store, keys, clock),
        limits(clock),
        router(http::MakeRoutes({.knowledge = knowledge,
                                 .chat = chat,
                                 .presses = presses,
                                 .visitors = visitors,
                                 .sources = sources,
                                 .counters = counters,
                                 .limits = limits,
                                 .clock = clock,
                                 .log = log,
                                 .phase = phase,
                                 .connections = connections,
                                 .assets = assets::All(),
                                 .index_status = [this] { return watcher.status(); },
                                 .state_status = [this] { return store->status(); },
                                 .writer_counters = [this] { return store->counters(); },
                                 .started = clock.Now()}),
               options.settings, counters, limits),
        watcher(
            {[folder = IndexFolder(options.data)] { return index::ListVersions(folder); },
             [data = options.data](const std::string& name) { return OpenKnowledge(data, name); },
             [folder = IndexFolder(options.data)](const std::string& name) {
               return index::FileSize(folder, name);
             }},
            knowledge, clock, log),
        inbox(options.data, store->requests(), log) {}
};

Site::Site(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Site::~Site() = default;

Result<std::unique_ptr<Site>> Site::Start(const SiteOptions& options, const Clock& clock,
                                          Log& log) {
  if (!std::filesystem::is_directory(options.data)) {
    return Error::NotFound("no data folder " + options.data +
                           "; make it with: pomocnik index --kb kb --data " + options.data);
  }
  ASSIGN_OR_RETURN(auto store,
                   SqliteTurnStore::Open(options.data, log,
                                         {.limit_bytes = std::int64_t{options.state_limit_mb} << 20,
                                          .writer = {},
                                          .rules = options.ledger}));
  ASSIGN_OR_RETURN(const auto keys, IdentityKeys::Open(IdentityKeyFile(options.data)));
  std::unique_ptr<Site> site(
      new Site(std::make_unique<Parts>(options, keys, std::move(store), clock, log)));
  Parts& parts = *site->parts_;
  parts.watcher.Look();
  if (parts.knowledge.Get() == nullptr) {
    log.Warning("no_index", {{"folder", IndexFolder(options.data)},
                             {"do", "pomocnik index --kb kb --data " + options.data}});
  }
  parts.watcher.Start();
  parts.inbox.Start();
  http::ServerOptions server_options;
  server_options.listen = options.listen;
  server_options.trusted_proxies = options.trusted_proxies;
  ASSIGN_OR_RETURN(parts.server,
                   http::Server::Start(server_options, parts.router, parts.connections, log));
  return site;
}

void Site::Apply(const http::Settings& settings) { parts_->router.Apply(settings); }

void Site::Drain() { parts_->phase = http::Phase::kDraining; }

void Site::LookForIndex() { parts_->watcher.LookAgain(); }

const std::string& Site::address() const { return parts_->server->address(); }

}  // namespace pomocnik::bot::commands
