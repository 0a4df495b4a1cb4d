#include "bot/commands/inbox.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/new_file.h"
#include "bot/commands/inbox_file.h"
#include "kb/import/file_finder.h"

namespace pomocnik::bot::commands {
namespace {

constexpr std::chrono::milliseconds kInboxInterval(500);
constexpr std::string_view kEnding = ".json";
constexpr std::string_view kReceiptEnding = ".done";
constexpr std::string_view kRefusedEnding = ".refused";
constexpr std::size_t kMaxInboxFileBytes = 256 * 1024 * 1024;

std::string InboxFolder(const std::string& data) { return data + "/inbox"; }

Status MakeFolder(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST) return {};
  return Error::Unavailable("cannot make " + folder + ": " + std::strerror(errno));
}

// Names sort by time; two commands within a nanosecond would get a conflict, and one of them say so.
std::string NewName() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::to_string(std::chrono::nanoseconds(now).count());
}

// Oldest first.
std::vector<std::string> ListFiles(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code failure;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failure)) {
    if (entry.path().extension() == kEnding) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

Status Publish(const std::string& path, std::string_view bytes) {
  ASSIGN_OR_RETURN(NewFile file, NewFile::Create(path));
  RETURN_IF_ERROR(file.Write(bytes));
  return file.Publish();
}

std::string ReceiptOf(const std::string& path) { return path + std::string(kReceiptEnding); }

}  // namespace

Result<std::string> PutIntoInbox(const std::string& data,
                                 const std::vector<FiledRequest>& requests) {
  const std::string folder = InboxFolder(data);
  RETURN_IF_ERROR(MakeFolder(folder));
  const std::string path = folder + "/" + NewName() + std::string(kEnding);
  RETURN_IF_ERROR(Publish(path, WriteRequests(requests)));
  return path;
}

std::optional<ImportCounts> TakeReceipt(const std::string& path) {
  const auto text = kb::ReadFile(ReceiptOf(path), kMaxInboxFileBytes);
  if (!text) return std::nullopt;
  std::error_code failure;
  std::filesystem::remove(ReceiptOf(path), failure);
  return ReadReceipt(*text);
}

Inbox::Inbox(const std::string& data, RequestStore& store, Log& log)
    : folder_(InboxFolder(data)), store_(store), log_(log) {}

Inbox::~Inbox() {
  if (!thread_.joinable()) return;
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Inbox::Look() {
  for (const std::string& path : ListFiles(folder_)) TakeUp(path);
}

void Inbox::TakeUp(const std::string& path) {
  std::error_code failure;
  const auto text = kb::ReadFile(path, kMaxInboxFileBytes);
  const auto requests = text ? ReadRequests(*text) : std::nullopt;
  if (!requests) {
    std::filesystem::rename(path, path + std::string(kRefusedEnding), failure);
    log_.Failure("inbox_refused", {{"file", path}});
    return;
  }
  const auto counts = store_.ImportRequests(*requests);
  if (!counts) {
    log_.Warning("inbox_waits", {{"file", path}, {"error", counts.error().message}});
    return;
  }
  std::filesystem::remove(path, failure);
  // Nobody may be there any more to read it; the next look clears nothing but takes no harm from it either.
  if (const Status told = Publish(ReceiptOf(path), WriteReceipt(*counts)); !told) {
    log_.Warning("inbox_receipt", {{"file", path}, {"error", told.error().message}});
  }
  log_.Info("requests_imported", {{"added", std::to_string(counts->added)},
                                  {"updated", std::to_string(counts->updated)},
                                  {"joined", std::to_string(counts->joined)}});
}

void Inbox::Start() { thread_ = std::thread(&Inbox::Run, this); }

void Inbox::Run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    Look();
    lock.lock();
    wake_.wait_for(lock, kInboxInterval, [this] { return stopping_; });
  }
}

}  // namespace pomocnik::bot::commands
