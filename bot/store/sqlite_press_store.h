// Presses of F1 in <data>/state.db.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "bot/press_store.h"
#include "bot/store/reader_pool.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// Presses are collected while the writer is busy and go to it together: however many come, one write of them waits.
// Writer and readers must outlive it.
class SqlitePressStore : public PressStore {
 public:
  SqlitePressStore(Writer& writer, ReaderPool& readers, std::int64_t limit_bytes)
      : writer_(writer), readers_(readers), limit_bytes_(limit_bytes) {}

  void NotePress(const PressRecord& press) override;
  Result<std::vector<MissedScreen>> ListMissedScreens(const deflection::Period& period,
                                                      int limit) override;

 private:
  class Batch;

  Writer& writer_;
  ReaderPool& readers_;
  const std::int64_t limit_bytes_;

  std::mutex mutex_;              // guards what follows
  std::weak_ptr<Batch> waiting_;  // belongs to the write that will take it; gone with that
};

}  // namespace pomocnik::bot
