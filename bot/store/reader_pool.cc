#include "bot/store/reader_pool.h"

#include <chrono>
#include <optional>

namespace pomocnik::bot {
namespace {

constexpr std::chrono::milliseconds kReadLimit{1000};

}  // namespace

Result<sqlite::Database> ReaderPool::Borrow() {
  std::optional<sqlite::Database> idle;
  {
    std::unique_lock lock(mutex_);
    returned_.wait(lock, [this] { return borrowed_ < limit_; });
    ++borrowed_;
    if (!idle_.empty()) {
      idle.emplace(std::move(idle_.back()));
      idle_.pop_back();
    }
  }
  if (!idle) {
    auto opened = sqlite::Database::Open(path_, sqlite::OpenMode::kReadOnly);
    if (!opened) {
      Drop();
      return opened;
    }
    idle.emplace(std::move(*opened));
  }
  idle->SetDeadline(kReadLimit);
  return std::move(*idle);
}

void ReaderPool::Return(sqlite::Database database) {
  {
    std::lock_guard lock(mutex_);
    idle_.push_back(std::move(database));
    --borrowed_;
  }
  returned_.notify_one();
}

void ReaderPool::Drop() {
  {
    std::lock_guard lock(mutex_);
    --borrowed_;
  }
  returned_.notify_one();
}

}  // namespace pomocnik::bot
