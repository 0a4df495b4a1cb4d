#include "bot/commands/index_watcher.h"

#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "bot/commands/stand_back.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::chrono::milliseconds kWatchInterval(250);  // a look is a list of a folder

enum class Retry { kNo, kYes };

// What was read and found wrong stays wrong; what could not be read may be readable later.
Retry IsWorthRetrying(const Error& error) {
  const bool unread = error.code == ErrorCode::kNotFound || error.code == ErrorCode::kUnavailable;
  return unread ? Retry::kYes : Retry::kNo;
}

}  // namespace

IndexWatcher::IndexWatcher(VersionSource source, CurrentKnowledge& current, const Clock& clock,
                           Log& log)
    : source_(std::move(source)), current_(current), clock_(clock), log_(log) {}

IndexWatcher::~IndexWatcher() { Stop(); }

void IndexWatcher::Look() {
  FreeRetired();
  const std::vector<std::string> versions = source_.list();
  ForgetAllBut(versions);
  CheckServed();
  Choose(versions);
  TellRefused();
}

void IndexWatcher::Choose(const std::vector<std::string>& versions) {
  const auto served = current_.Get();
  const std::string_view served_name = served ? served->searcher->version() : std::string_view();
  const bool sound = served != nullptr && !refused_.contains(std::string(served_name));
  for (const std::string& version : versions) {
    if (sound && version == served_name) return;
    if (TryToPublish(version) == Published::kYes) return;
  }
  if (served != nullptr && !sound) Publish(nullptr);
}

void IndexWatcher::CheckServed() {
  const auto served = current_.Get();
  if (served == nullptr) return;
  const std::string version(served->searcher->version());
  const auto size = source_.size(version);
  if (!size && size.error().code == ErrorCode::kNotFound) Refuse(version, size.error());
  if (!size || *size == served_size_) return;
  Refuse(version,
         Error::Internal("the file had " + std::to_string(served_size_) +
                         " bytes when it was opened, now it has " + std::to_string(*size)));
}

IndexWatcher::Published IndexWatcher::TryToPublish(const std::string& version) {
  const auto refused = refused_.find(version);
  if (refused != refused_.end() && IsWorthRetrying(refused->second) == Retry::kNo) {
    return Published::kNo;
  }
  const Instant begin = clock_.Now();
  // Before the opening, so that a change in between is seen by one of them.
  const auto size = source_.size(version);
  auto knowledge = size ? source_.open(version) : size.error();
  if (!knowledge) {
    Refuse(version, knowledge.error());
    return Published::kNo;
  }
  refused_.erase(version);
  served_size_ = *size;
  const auto took = std::max(clock_.Now() - begin, std::chrono::milliseconds::zero());
  const std::string articles = std::to_string((*knowledge)->searcher->article_count());
  {
    std::lock_guard lock(status_mutex_);
    status_.last_opening = took;
    ++status_.swaps;
  }
  Publish(*std::move(knowledge));
  log_.Info("index_published", {{"version", version},
                                {"articles", articles},
                                {"milliseconds", std::to_string(took.count())}});
  return Published::kYes;
}

void IndexWatcher::Publish(std::shared_ptr<const Knowledge> knowledge) {
  auto replaced = current_.Get();
  const bool serves = knowledge != nullptr;
  current_.Publish(std::move(knowledge));
  if (replaced != nullptr) retired_.push_back(std::move(replaced));
  if (!serves) log_.Failure("index_withdrawn");
  std::lock_guard lock(status_mutex_);
  status_.served_since = serves ? std::optional(clock_.Now()) : std::nullopt;
}

void IndexWatcher::Refuse(const std::string& version, const Error& error) {
  const auto known = refused_.find(version);
  const bool is_news = known == refused_.end() || known->second.message != error.message;
  refused_.insert_or_assign(version, error);
  if (!is_news) return;
  log_.Failure("index_refused", {{"version", version}, {"reason", error.message}});
  std::lock_guard lock(status_mutex_);
  ++status_.refusals;
}

void IndexWatcher::ForgetAllBut(const std::vector<std::string>& versions) {
  std::erase_if(refused_, [&](const auto& refused) {
    return std::find(versions.begin(), versions.end(), refused.first) == versions.end();
  });
}

void IndexWatcher::TellRefused() {
  std::vector<RefusedVersion> told;
  for (const auto& [version, error] : refused_) told.push_back({version, error.message});
  std::lock_guard lock(status_mutex_);
  status_.refused = std::move(told);
}

void IndexWatcher::FreeRetired() {
  const auto freed =
      std::erase_if(retired_, [](const auto& knowledge) { return knowledge.use_count() == 1; });
  // The allocator keeps what was freed in pieces between what is still in use.
  if (freed > 0) malloc_trim(0);
}

IndexStatus IndexWatcher::status() const {
  std::lock_guard lock(status_mutex_);
  return status_;
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
  StandBack();
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait_for(lock, kWatchInterval, [this] { return stopping_ || look_again_; });
    if (stopping_) return;
    if (std::exchange(look_again_, false)) refused_.clear();
    lock.unlock();
    Look();
    lock.lock();
  }
}

}  // namespace pomocnik::bot::commands
