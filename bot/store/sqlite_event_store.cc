#include "bot/store/sqlite_event_store.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "bot/store/event_writer.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot {
namespace {

using deflection::Event;

// While one write is made, further ones than these are lost.
constexpr std::size_t kMaxWaitingEvents = 2000;

}  // namespace

// What waits for one write. Thread-safe.
class SqliteEventStore::Batch {
 public:
  enum class Taken { kNo, kYes };

  // kYes: it was too late.
  Taken Add(const std::vector<Event>& events) {
    std::lock_guard lock(mutex_);
    if (!events_) return Taken::kYes;
    for (const Event& event : events) {
      if (events_->size() < kMaxWaitingEvents) events_->push_back(event);
    }
    return Taken::kNo;
  }

  std::vector<Event> Take() {
    std::lock_guard lock(mutex_);
    return std::exchange(events_, std::nullopt).value_or(std::vector<Event>());
  }

 private:
  std::mutex mutex_;
  std::optional<std::vector<Event>> events_{std::in_place};
};

void SqliteEventStore::NoteEvents(const std::vector<Event>& events) {
  std::lock_guard lock(mutex_);
  if (const auto waiting = waiting_.lock();
      waiting != nullptr && waiting->Add(events) == Batch::Taken::kNo) {
    return;
  }
  const auto batch = std::make_shared<Batch>();
  batch->Add(events);
  waiting_ = batch;
  writer_.Post([batch, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return KeepEvents(database, batch->Take());
  });
}

Status SqliteEventStore::SaveEvents(const std::vector<Event>& events) {
  return writer_.Write([events, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return KeepEvents(database, events);
  });
}

}  // namespace pomocnik::bot
