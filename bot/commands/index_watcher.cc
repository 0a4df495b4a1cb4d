#include "bot/commands/index_watcher.h"

#include <chrono>
#include <utility>

namespace pomocnik::bot::commands {
namespace {

constexpr std::chrono::seconds kInterval(1);

}  // namespace

IndexWatcher::IndexWatcher(VersionSource source, CurrentKnowledge& current, Log& log)
    : source_(std::move(source)), current_(current), log_(log) {}

IndexWatcher::~IndexWatcher() { Stop(); }

void IndexWatcher::Look() {
  const auto served = current_.Get();
  for (const std::string& version : source_.list()) {
    if (served != nullptr && version == served->searcher->version()) return;
    if (refused_.contains(version)) continue;
    auto knowledge = source_.open(version);
    if (knowledge) {
      const std::string articles = std::to_string((*knowledge)->searcher->article_count());
      current_.Publish(std::move(*knowledge));
      log_.Info("index_published", {{"version", version}, {"articles", articles}});
      return;
    }
    refused_.insert(version);
    log_.Failure("index_refused", {{"version", version}, {"reason", knowledge.error().message}});
  }
}

void IndexWatcher::Start() {
  thread_ = std::thread([this] { Run(); });
}

void IndexWatcher::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void IndexWatcher::LookAgain() {
  {
    std::lock_guard lock(mutex_);
    look_again_ = true;
  }
  wake_.notify_all();
}

void IndexWatcher::Run() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait_for(lock, kInterval, [this] { return stopping_ || look_again_; });
    if (stopping_) return;
    if (std::exchange(look_again_, false)) refused_.clear();
    lock.unlock();
    Look();
    lock.lock();
  }
}

}  // namespace pomocnik::bot::commands
