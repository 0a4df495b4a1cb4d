// The route table: each path of openapi.yaml with the function that answers it.
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/log.h"
#include "bot/chat.h"
#include "bot/http/listener.h"
#include "bot/http/metrics.h"
#include "bot/http/router.h"
#include "bot/index_status.h"
#include "bot/knowledge.h"
#include "bot/screen_presses.h"
#include "bot/source_names.h"
#include "bot/staff/sign_in_counters.h"
#include "bot/state_status.h"
#include "bot/visitor_events.h"
#include "web-widget/assets.h"

namespace pomocnik::bot::http {

// Whether a proxy should send requests here: /readyz tells it. They are answered either way.
enum class Phase { kServing, kDraining };

// What the routes work with. The referenced objects must outlive the routes and be thread-safe.
struct RouteParts {
  const CurrentKnowledge& knowledge;
  Chat& chat;
  ScreenPresses& presses;
  VisitorEvents& visitors;
  SourceNames& sources;
  const RequestCounters& counters;
  const ClientLimits& limits;
  const Clock& clock;
  Log& log;
  const std::atomic<Phase>& phase;
  const ListenerCounters& connections;
  std::span<const assets::Asset> assets;
  std::function<IndexStatus()> index_status;
  std::function<Result<StateStatus>()> state_status;
  std::function<WriterCounters()> writer_counters;
  Instant started;
  const SignInCounters& sign_ins;
  std::string media_folder{};  // of pictures below /media/; empty: there are none
  std::function<SourceStatuses()> source_statuses = [] { return SourceStatuses(); };
};

std::vector<Route> MakeRoutes(const RouteParts& parts);

}  // namespace pomocnik::bot::http
