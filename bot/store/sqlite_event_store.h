// Events of no turn, and views, in <data>/state.db.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "bot/deflection/event.h"
#include "bot/event_store.h"
#include "bot/store/writer.h"

namespace pomocnik::bot {

// What is only noted is collected while the writer is busy and goes to it together: one write of it waits. The writer
// must outlive it.
class SqliteEventStore : public EventStore {
 public:
  SqliteEventStore(Writer& writer, std::int64_t limit_bytes)
      : writer_(writer), limit_bytes_(limit_bytes) {}

  void NoteEvents(const std::vector<deflection::Event>& events) override;
  Status SaveEvents(const std::vector<deflection::Event>& events) override;

 private:
  class Batch;

  Writer& writer_;
  const std::int64_t limit_bytes_;

  std::mutex mutex_;              // guards what follows
  std::weak_ptr<Batch> waiting_;  // belongs to the write that will take it; gone with that
};

}  // namespace pomocnik::bot
