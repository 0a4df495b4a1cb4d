#include "bot/http/metrics.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "bot/dialogue/reply.h"

namespace pomocnik::bot::http {
namespace {

constexpr std::string_view kClassNames[] = {"1xx", "2xx", "3xx", "4xx", "5xx"};

std::size_t ClassOf(int status) {
  return static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1);
}

// A label's value as the format wants it.
std::string Label(std::string_view value) {
  std::string escaped;
  for (const char c : value) {
    if (c == '\\' || c == '"') escaped += '\\';
    escaped += c == '\n' ? ' ' : c;
  }
  return escaped;
}

void Head(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  text += "# HELP " + std::string(name) + " " + std::string(help) + "\n";
  text += "# TYPE " + std::string(name) + " " + std::string(type) + "\n";
}

void Line(std::string& text, std::string_view name, std::uint64_t value) {
  text += std::string(name) + " " + std::to_string(value) + "\n";
}

// In seconds, without zeros at the end: "0.0025", "1".
std::string Seconds(std::chrono::microseconds time) {
  const std::string digits = std::to_string(time.count() % 1'000'000);
  std::string text =
      std::to_string(time.count() / 1'000'000) + "." + std::string(6 - digits.size(), '0') + digits;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void Line(std::string& text, std::string_view name, std::chrono::microseconds value) {
  text += std::string(name) + " " + Seconds(value) + "\n";
}

// The lines of one histogram; `labels` is empty or ends with a comma.
void Lines(std::string& text, std::string_view name, const std::string& labels,
           const Histogram::Counts& counts) {
  const std::string base(name);
  const std::string bucket = base + "_bucket{" + labels + "le=\"";
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < counts.buckets.size(); ++i) {
    total += counts.buckets[i];
    const std::string bound =
        i < Histogram::kBounds.size() ? Seconds(Histogram::kBounds[i]) : "+Inf";
    std::string sample = bucket;
    sample += bound;
    Line(text, sample += "\"}", total);
  }
  const std::string rest = labels.empty() ? "" : "{" + labels.substr(0, labels.size() - 1) + "}";
  Line(text, base + "_sum" + rest, counts.sum);
  Line(text, base + "_count" + rest, total);
}

}  // namespace

void RequestCounters::Add(std::string_view route) {
  rows_.push_back(std::make_unique<Row>());
  rows_.back()->route = route;
}

std::size_t RequestCounters::Find(std::string_view route) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(),
                                  [&](const auto& row) { return row->route == route; });
  return found == rows_.end() ? 0 : static_cast<std::size_t>(found - rows_.begin());
}

void RequestCounters::Count(std::string_view route, int status) {
  rows_[Find(route)]->by_class[ClassOf(status)].fetch_add(1, std::memory_order_relaxed);
}

void RequestCounters::Time(std::string_view route, std::chrono::steady_clock::duration time) {
  rows_[Find(route)]->time.Observe(time);
}

std::uint64_t RequestCounters::Get(std::string_view route, int status) const {
  return rows_[Find(route)]->by_class[ClassOf(status)].load(std::memory_order_relaxed);
}

std::string RequestCounters::Render() const {
  std::string text;
  Head(text, "pomocnik_requests_total", "counter", "Requests by route and class of status.");
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < kClasses; ++i) {
      const std::uint64_t count = row->by_class[i].load(std::memory_order_relaxed);
      if (count == 0) continue;
      Line(text,
           "pomocnik_requests_total{route=\"" + Label(row->route) + "\",status=\"" +
               std::string(kClassNames[i]) + "\"}",
           count);
    }
  }
  constexpr std::string_view kTime = "pomocnik_request_duration_seconds";
  Head(text, kTime, "histogram", "Time from a whole request to its response, by route.");
  for (const auto& row : rows_) {
    const Histogram::Counts counts = row->time.Get();
    if (counts.buckets == Histogram::Counts().buckets) continue;
    Lines(text, kTime, "route=\"" + Label(row->route) + "\",", counts);
  }
  return text;
}

std::string RenderMetrics(const RequestCounters& requests, const ChatCounters& chat) {
  std::string text = requests.Render();
  Head(text, "pomocnik_turns_total", "counter", "Messages answered.");
  Line(text, "pomocnik_turns_total", chat.turns.load());
  Head(text, "pomocnik_repeated_turns_total", "counter", "Messages answered from the record.");
  Line(text, "pomocnik_repeated_turns_total", chat.repeats.load());
  Head(text, "pomocnik_lost_turns_total", "counter", "Messages answered but not recorded.");
  Line(text, "pomocnik_lost_turns_total", chat.lost_turns.load());
  Head(text, "pomocnik_decisions_total", "counter", "Messages by what was decided.");
  for (std::size_t i = 0; i < std::size(chat.decisions); ++i) {
    Line(text,
         "pomocnik_decisions_total{decision=\"" +
             std::string(DecisionName(static_cast<Decision>(i))) + "\"}",
         chat.decisions[i].load());
  }
  constexpr std::string_view kTime = "pomocnik_answer_duration_seconds";
  Head(text, kTime, "histogram", "Time to find what to answer to a message, without saving it.");
  Lines(text, kTime, "", chat.answer_time.Get());
  return text;
}

std::string RenderLimitMetrics(const ClientLimits& limits, const ChatCounters& chat) {
  std::string text;
  constexpr std::string_view kName = "pomocnik_limited_requests_total";
  Head(text, kName, "counter", "Requests refused by the limit that was reached.");
  const auto line = [&](std::string_view reason, std::uint64_t count) {
    Line(text, std::string(kName) + "{reason=\"" + std::string(reason) + "\"}", count);
  };
  line("client_requests", limits.refused_requests());
  line("client_messages", limits.refused_messages());
  line("conversation_rate", chat.too_fast.load());
  line("conversation_full", chat.too_long.load());
  return text;
}

std::string RenderPressMetrics(const PressCounters& presses) {
  std::string text;
  constexpr std::string_view kName = "pomocnik_f1_total";
  Head(text, kName, "counter", "Presses of F1 by what was found for the screen.");
  for (std::size_t i = 0; i < presses.size(); ++i) {
    const std::string_view match = index::MatchName(static_cast<index::ScreenMatch>(i));
    Line(text, std::string(kName) + "{match=\"" + std::string(match) + "\"}", presses[i].load());
  }
  return text;
}

std::string RenderSignInMetrics(const SignInCounters& sign_ins) {
  constexpr std::string_view kName = "pomocnik_staff_sign_ins_total";
  const std::pair<std::string_view, const std::atomic<std::uint64_t>&> outcomes[] = {
      {"signed_in", sign_ins.signed_in},
      {"refused", sign_ins.refused},
      {"locked_out", sign_ins.locked_out},
      {"busy", sign_ins.busy}};
  std::string text;
  Head(text, kName, "counter", "Attempts of staff to sign in, by what became of them.");
  for (const auto& [outcome, count] : outcomes) {
    Line(text, std::string(kName) + "{outcome=\"" + std::string(outcome) + "\"}", count.load());
  }
  return text;
}

std::string RenderStateMetrics(const Result<StateStatus>& status, const WriterCounters& writer) {
  std::string text;
  if (status) {
    Head(text, "pomocnik_state_bytes", "gauge", "How large the state is.");
    Line(text, "pomocnik_state_bytes", static_cast<std::uint64_t>(status->used_bytes));
    Head(text, "pomocnik_state_limit_bytes", "gauge", "How large it may become.");
    Line(text, "pomocnik_state_limit_bytes", static_cast<std::uint64_t>(status->limit_bytes));
  }
  Head(text, "pomocnik_writes_total", "counter", "Writes of state by what became of them.");
  Line(text, "pomocnik_writes_total{outcome=\"kept\"}", writer.writes);
  Line(text, "pomocnik_writes_total{outcome=\"failed\"}", writer.failed_writes);
  Line(text, "pomocnik_writes_total{outcome=\"refused\"}", writer.refused_writes);
  Head(text, "pomocnik_commits_total", "counter", "Transactions that were committed.");
  Line(text, "pomocnik_commits_total", writer.commits);
  Head(text, "pomocnik_write_queue_depth", "gauge", "Writes that wait for the next transaction.");
  Line(text, "pomocnik_write_queue_depth", writer.queue_depth);
  constexpr std::string_view kTime = "pomocnik_commit_duration_seconds";
  Head(text, kTime, "histogram", "Time of a transaction with its sync, failed ones too.");
  Lines(text, kTime, "", writer.commit_time);
  return text;
}

std::string RenderProcessMetrics(const ListenerCounters& connections, Instant started) {
  std::string text;
  Head(text, "pomocnik_connections_waiting", "gauge", "Connections that wait for a thread.");
  Line(text, "pomocnik_connections_waiting", connections.waiting.load());
  Head(text, "pomocnik_connections_refused_total", "counter",
       "Connections refused because too many waited.");
  Line(text, "pomocnik_connections_refused_total", connections.refused.load());
  Head(text, "pomocnik_threads", "gauge", "Threads that serve connections.");
  Line(text, "pomocnik_threads", connections.threads.load());
  Head(text, "pomocnik_threads_busy", "gauge", "Threads that serve a connection now.");
  Line(text, "pomocnik_threads_busy", connections.busy.load());
  Head(text, "process_start_time_seconds", "gauge", "When the process started, in Unix time.");
  Line(text, "process_start_time_seconds", started.time_since_epoch());
  return text;
}

std::string RenderIndexMetrics(const IndexStatus& status, const Knowledge* knowledge) {
  std::string text;
  Head(text, "pomocnik_articles", "gauge", "Articles in the index that is served.");
  Line(text, "pomocnik_articles", knowledge == nullptr ? 0 : knowledge->searcher->article_count());
  Head(text, "pomocnik_index_swaps_total", "counter", "Index versions taken into service.");
  Line(text, "pomocnik_index_swaps_total", status.swaps);
  Head(text, "pomocnik_index_refusals_total", "counter", "Index versions refused.");
  Line(text, "pomocnik_index_refusals_total", status.refusals);
  Head(text, "pomocnik_index_refused", "gauge", "Index versions that are there but refused.");
  Line(text, "pomocnik_index_refused", status.refused.size());
  Head(text, "pomocnik_index_opening_seconds", "gauge", "Time the last opening of an index took.");
  Line(text, "pomocnik_index_opening_seconds", status.last_opening);
  if (status.served_since) {
    Head(text, "pomocnik_index_served_since_seconds", "gauge",
         "When the index was taken into service, in Unix time.");
    Line(text, "pomocnik_index_served_since_seconds", status.served_since->time_since_epoch());
  }
  if (knowledge == nullptr) return text;
  Head(text, "pomocnik_index_info", "gauge", "The index that is served.");
  Line(text, "pomocnik_index_info{version=\"" + Label(knowledge->searcher->version()) + "\"}", 1);
  return text;
}

std::string RenderSourceMetrics(const SourceStatuses& sources) {
  std::string text;
  if (sources.empty()) return text;
  using Value = std::uint64_t (*)(const kb::SourceState&);
  const auto each = [&](std::string_view name, std::string_view help, Value value) {
    Head(text, name, "gauge", help);
    for (const SourceStatus& source : sources) {
      Line(text, std::string(name) + "{source=\"" + Label(source.name) + "\"}",
           value(source.state));
    }
  };
  each("pomocnik_source_articles", "Articles that the source gave.",
       [](const kb::SourceState& state) -> std::uint64_t { return state.articles; });
  each("pomocnik_source_up", "Whether its last import went well.",
       [](const kb::SourceState& state) -> std::uint64_t {
         return state.imported_at && state.outcome == kb::SourceOutcome::kImported ? 1 : 0;
       });
  each("pomocnik_source_warnings", "Warnings of its last import.",
       [](const kb::SourceState& state) -> std::uint64_t { return state.warned; });
  each("pomocnik_source_refused", "Documents and articles that its last import refused.",
       [](const kb::SourceState& state) -> std::uint64_t { return state.refused; });
  constexpr std::string_view kSince = "pomocnik_source_imported_seconds";
  Head(text, kSince, "gauge", "When it was imported last, in Unix time.");
  for (const SourceStatus& source : sources) {
    if (!source.state.imported_at) continue;
    Line(text, std::string(kSince) + "{source=\"" + Label(source.name) + "\"}",
         std::chrono::microseconds(source.state.imported_at->time_since_epoch()));
  }
  return text;
}

}  // namespace pomocnik::bot::http
