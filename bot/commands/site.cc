#include "bot/commands/site.h"

#include <atomic>
#include <filesystem>
#include <utility>
#include <vector>

#include "bot/answerer.h"
#include "bot/article_review.h"
#include "bot/chat.h"
#include "bot/commands/data_folder.h"
#include "bot/commands/import_schedule.h"
#include "bot/commands/inbox.h"
#include "bot/commands/index_watcher.h"
#include "bot/commands/lemma_model.h"
#include "bot/commands/publisher.h"
#include "bot/commands/purger.h"
#include "bot/deflection/ledger.h"
#include "bot/gap_finder.h"
#include "bot/http/chat_api.h"
#include "bot/http/routes.h"
#include "bot/http/server.h"
#include "bot/http/staff/desk_routes.h"
#include "bot/http/staff/edits_routes.h"
#include "bot/http/staff/figures_routes.h"
#include "bot/http/staff/publish_routes.h"
#include "bot/http/staff/session_routes.h"
#include "bot/http/staff/sign_in.h"
#include "bot/http/staff/staff_door.h"
#include "bot/identity_keys.h"
#include "bot/screen_presses.h"
#include "bot/source_names.h"
#include "bot/staff/account_file.h"
#include "bot/staff/hash_threads.h"
#include "bot/store/sqlite_turn_store.h"
#include "bot/visitor_events.h"
#include "index/fts/catalog.h"
#include "kb/editing/editor.h"
#include "web-widget/assets.h"

namespace pomocnik::bot::commands {
namespace {

// What changes the knowledge.
struct KnowledgeDesk {
  Publisher& publisher;
  kb::Editor* editor;  // null: there is no folder to edit
};

// What the routes of staff work with.
struct StaffDesk {
  const http::StaffParts& staff;
  http::FiguresParts figures;
  http::DeskParts desk;
  KnowledgeDesk knowledge;
  const http::StaffDoor& door;
};

// The folder that may be edited; empty when there is none.
std::string EditableFolder(const SiteOptions& options, Log& log) {
  std::error_code error;
  if (options.kb.empty() || std::filesystem::is_directory(options.kb, error)) return options.kb;
  log.Warning("no_kb", {{"folder", options.kb}, {"so", "staff cannot edit or publish"}});
  return "";
}

std::function<SourceStatuses()> StatusesOf(const SiteOptions& options) {
  return [sources = options.sources, data = options.data] {
    return ReadSourceStatuses(sources, data);
  };
}

PublisherParts PartsOfPublisher(const std::string& folder, const SiteOptions& options,
                                const CurrentKnowledge& knowledge, const Clock& clock, Log& log) {
  CandidateSource source;
  source.kb = folder;
  source.data = options.data;
  source.add_model = [data = options.data](kb::Library& library) {
    return AddLemmaModelAtHand(data, library);
  };
  return {std::move(source), [&knowledge] { return knowledge.Get(); }, StatusesOf(options), clock,
          log};
}

ScheduleParts PartsOfSchedule(const SiteOptions& options) {
  return {options.sources, options.data,
          ImportByProcess(options.config_file, options.data, options.kb)};
}

// The routes of visitors, and those of staff behind their door.
std::vector<http::Route> AllRoutes(const http::RouteParts& parts, const StaffDesk& all) {
  std::vector<http::Route> routes = http::MakeRoutes(parts);
  routes.push_back(http::SignInRoute(all.staff));
  const auto add = [&routes, &all](std::vector<http::StaffRoute> more) {
    for (http::Route& route : http::BehindDoor(std::move(more), all.door)) {
      routes.push_back(std::move(route));
    }
  };
  add(http::SessionRoutes(all.staff));
  add(http::FiguresRoutes(all.figures));
  add(http::DeskRoutes(all.desk));
  add(http::PublishRoutes({all.knowledge.publisher, all.staff.staff_log, parts.clock, parts.log}));
  add(http::EditsRoutes({all.knowledge.editor, all.staff.staff_log, parts.clock, parts.log}));
  return routes;
}

// As the saving is reckoned.
Result<int> MinutesPerRequest(FiguresStore& figures) {
  ASSIGN_OR_RETURN(const auto stated, figures.ListAssumptions());
  return stated.empty() ? deflection::Assumptions().minutes_per_request
                        : stated.front().minutes_per_request;
}

}  // namespace

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
  AccountFile accounts;
  HashThreads hashes;
  SignInCounters sign_ins;
  http::StaffParts staff;
  http::StaffDoor door;
  GapFinder gaps;
  ArticleReview articles;
  const std::string kb_folder;
  std::unique_ptr<kb::Editor> editor;  // null without a kb
  IndexWatcher watcher;
  Publisher publisher;
  http::Router router;
  Purger purger;
  Inbox inbox;
  ImportSchedule schedule;
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
        accounts(StaffFile(options.data)),
        staff{accounts, store->staff(), store->staff(), hashes, keys, sign_ins, clock, log},
        door(staff),
        gaps(store->desk(), answerer),
        articles(store->desk(), store->presses()),
        kb_folder(EditableFolder(options, log)),
        editor(kb_folder.empty() ? nullptr : std::make_unique<kb::Editor>(kb_folder)),
        watcher(
            {[folder = IndexFolder(options.data)] { return index::ListVersions(folder); },
             [data = options.data](const std::string& name) { return OpenKnowledge(data, name); },
             [folder = IndexFolder(options.data)](const std::string& name) {
               return index::FileSize(folder, name);
             }},
            knowledge, clock, log),
        publisher(PartsOfPublisher(kb_folder, options, knowledge, clock, log),
                  [this] { watcher.LookAgain(); }),
        router(AllRoutes(
                   {.knowledge = knowledge,
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
                    .started = clock.Now(),
                    .sign_ins = sign_ins,
                    .media_folder = MediaFolder(options.data),
                    .source_statuses = StatusesOf(options)},
                   {staff,
                    {.store = store->figures(),
                     .staff_log = store->staff(),
                     .clock = clock,
                     .log = log,
                     .window = options.ledger.window},
                    {.store = store->desk(),
                     .gaps = gaps,
                     .articles = articles,
                     .staff_log = store->staff(),
                     .knowledge = knowledge,
                     .clock = clock,
                     .log = log,
                     .minutes_per_request = [this] { return MinutesPerRequest(store->figures()); },
                     .stale_ages = options.stale_ages},
                    {publisher, editor.get()},
                    door}),
               options.settings, counters, limits),
        purger(store->retention(), options.retention, clock, log),
        inbox(options.data, store->requests(), log),
        schedule(PartsOfSchedule(options), clock, log) {}
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
  parts.purger.Start();
  parts.inbox.Start();
  parts.schedule.Start();
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

const http::Router& Site::router() const { return parts_->router; }

const std::string& Site::address() const { return parts_->server->address(); }

}  // namespace pomocnik::bot::commands
