#include "bot/store/sqlite_press_store.h"

#include <cstddef>
#include <optional>
#include <utility>

#include "bot/store/press_queries.h"
#include "bot/store/state_file.h"

namespace pomocnik::bot {
namespace {

// While one write is made, more names than these are counted together.
constexpr std::size_t kMaxWaitingNames = 1000;

}  // namespace

// What waits for one write. Thread-safe.
class SqlitePressStore::Batch {
 public:
  enum class Taken { kNo, kYes };

  // kYes: it was too late.
  Taken Add(PressKey key) {
    std::lock_guard lock(mutex_);
    if (!counts_) return Taken::kYes;
    if (counts_->size() >= kMaxWaitingNames && !counts_->contains(key)) {
      key = Unnamed(std::move(key));
    }
    ++(*counts_)[std::move(key)];
    return Taken::kNo;
  }

  PressCounts Take() {
    std::lock_guard lock(mutex_);
    return std::exchange(counts_, std::nullopt).value_or(PressCounts());
  }

 private:
  std::mutex mutex_;
  std::optional<PressCounts> counts_{std::in_place};
};

void SqlitePressStore::NotePress(const PressRecord& press) {
  const PressKey key{press.day, press.app, press.screen, press.match, press.name};
  std::lock_guard lock(mutex_);
  if (const auto waiting = waiting_.lock();
      waiting != nullptr && waiting->Add(key) == Batch::Taken::kNo) {
    return;
  }
  const auto batch = std::make_shared<Batch>();
  batch->Add(key);
  waiting_ = batch;
  writer_.Post([batch, limit = limit_bytes_](sqlite::Database& database) -> Status {
    RETURN_IF_ERROR(CheckRoom(database, limit));
    return AddPresses(database, batch->Take());
  });
}

Result<std::vector<MissedScreen>> SqlitePressStore::ListMissedScreens(
    const deflection::Period& period, int limit) {
  return readers_.Run(
      [&](sqlite::Database& database) { return SelectMissedScreens(database, period, limit); });
}

}  // namespace pomocnik::bot
