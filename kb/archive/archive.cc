#include "kb/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "kb/archive/entry_name.h"
#include "kb/charset/charset.h"

namespace pomocnik::kb::archive {
namespace {

struct FreeArchive {
  void operator()(::archive* handle) const { archive_read_free(handle); }
};
using Handle = std::unique_ptr<::archive, FreeArchive>;

constexpr std::size_t kChunk = 64 * 1024;

// The library turns names into the character set of the locale, which of "C" would lose every letter of ours.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
    if (locale_ != nullptr) before_ = uselocale(locale_);
  }
  ~Utf8Names() {
    if (locale_ == nullptr) return;
    uselocale(before_);
    freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_ = nullptr;
};

std::string_view View(const char* text) { return text == nullptr ? std::string_view{} : text; }

// A name as a message may hold it.
std::string Shown(std::string_view name) {
  return "'" + std::string(TruncateCodePoints(DecodeText(name.substr(0, 200), {}).text, 80)) + "'";
}

Error Refused(std::string reason) { return Error::InvalidArgument(std::move(reason)); }

std::optional<Date> DayOf(archive_entry* entry) {
  constexpr std::int64_t kLastSecond = 253'402'300'799;  // of the year 9999
  if (archive_entry_mtime_is_set(entry) == 0) return std::nullopt;
  const std::int64_t seconds = archive_entry_mtime(entry);
  if (seconds <= 0 || seconds > kLastSecond) return std::nullopt;
  const std::chrono::sys_seconds instant{std::chrono::seconds(seconds)};
  return Date(std::chrono::floor<std::chrono::days>(instant));
}

// Counts what comes out of an archive against its limits.
class Budget {
 public:
  Budget(const Limits& limits, std::size_t packed)
      : entries_(limits.entries), entry_bytes_(limits.entry_bytes), total_(limits.total_bytes) {
    const std::uint64_t by_ratio =
        std::max<std::uint64_t>(limits.ratio * packed, limits.free_bytes);
    ratio_reached_first_ = by_ratio < total_;
    total_ = std::min(total_, by_ratio);
  }

  Status AddEntry() {
    if (entries_ == 0) return Refused("it has too many entries");
    --entries_;
    return {};
  }

  // Another `size` bytes of an entry that has `before` already.
  Status AddBytes(std::uint64_t before, std::uint64_t size) {
    if (before + size > entry_bytes_) return Refused("it is too large when unpacked");
    if (size > total_) {
      return Refused(ratio_reached_first_ ? "it unpacks to far more than it is, as bombs do"
                                          : "the whole is too large when unpacked");
    }
    total_ -= size;
    return {};
  }

 private:
  std::size_t entries_;
  std::uint64_t entry_bytes_;
  std::uint64_t total_;
  bool ratio_reached_first_ = false;
};

class Reader {
 public:
  Reader(std::string_view bytes, const Limits& limits)
      : bytes_(bytes), limits_(limits), budget_(limits, bytes.size()) {}

  Result<std::vector<SourceDocument>> ReadFiles() {
    handle_.reset(archive_read_new());
    archive_read_support_format_zip(handle_.get());
    archive_read_support_format_tar(handle_.get());
    archive_read_support_filter_gzip(handle_.get());
    RETURN_IF_ERROR(Open());
    std::vector<SourceDocument> files;
    while (true) {
      ASSIGN_OR_RETURN(archive_entry* const entry, Next());
      if (entry == nullptr) return files;
      RETURN_IF_ERROR(CheckLayers());
      RETURN_IF_ERROR(budget_.AddEntry());
      RETURN_IF_ERROR(ReadFile(entry, files));
    }
  }

  Result<std::string> ReadGzip() {
    handle_.reset(archive_read_new());
    archive_read_support_format_raw(handle_.get());
    archive_read_support_filter_gzip(handle_.get());
    RETURN_IF_ERROR(Open());
    ASSIGN_OR_RETURN(archive_entry* const entry, Next());
    RETURN_IF_ERROR(CheckLayers());
    if (entry == nullptr || archive_filter_code(handle_.get(), 0) != ARCHIVE_FILTER_GZIP) {
      return Refused("it is no gzip");
    }
    return ReadData();
  }

 private:
  Status Open() {
    if (bytes_.size() > limits_.packed_bytes) return Refused("it is too large");
    if (archive_read_open_memory(handle_.get(), bytes_.data(), bytes_.size()) != ARCHIVE_OK) {
      return Failure();
    }
    return {};
  }

  // Null at the end.
  Result<archive_entry*> Next() {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(handle_.get(), &entry);
    if (result == ARCHIVE_EOF) return nullptr;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return Failure();
    return entry;
  }

  // The library undoes as many layers of gzip as there are.
  Status CheckLayers() {
    if (archive_filter_count(handle_.get()) > 2) return Refused("it is packed more than once");
    return {};
  }

  Status ReadFile(archive_entry* entry, std::vector<SourceDocument>& files) {
    const std::string_view raw = View(archive_entry_pathname(entry));
    const std::string shown = "entry " + Shown(raw) + " ";
    const std::string decoded = IsValidUtf8(raw) ? std::string(raw) : DecodeText(raw, "cp852").text;
    auto name = CheckEntryName(decoded);
    const bool is_root = decoded == "." || decoded == "./";
    if (archive_entry_filetype(entry) == AE_IFDIR && (name || is_root)) return {};
    if (!name) return Refused(shown + name.error().message);
    if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) != AE_IFREG) {
      return Refused(shown + "is a link or a device");
    }
    if (archive_entry_is_encrypted(entry) != 0) return Refused(shown + "is encrypted");
    if (!names_.insert(*name).second) return Refused(shown + "is there twice");
    auto data = ReadData();
    if (!data) return Refused(shown + "cannot be read: " + data.error().message);
    files.push_back({.address = *std::move(name),
                     .media_type = {},
                     .charset = {},
                     .bytes = *std::move(data),
                     .modified = DayOf(entry)});
    return {};
  }

  Result<std::string> ReadData() {
    std::string data;
    while (true) {
      const la_ssize_t size = archive_read_data(handle_.get(), chunk_.data(), chunk_.size());
      if (size == ARCHIVE_RETRY) continue;
      if (size < 0) return Failure();
      if (size == 0) return data;
      RETURN_IF_ERROR(budget_.AddBytes(data.size(), static_cast<std::uint64_t>(size)));
      data.append(chunk_.data(), static_cast<std::size_t>(size));
    }
  }

  Error Failure() {
    const std::string_view reason = View(archive_error_string(handle_.get()));
    return Refused(reason.empty() ? "it is damaged" : DecodeText(reason.substr(0, 200), {}).text);
  }

  std::string_view bytes_;
  const Limits& limits_;
  Budget budget_;
  Utf8Names locale_;  // outlives what reads names
  Handle handle_;
  std::set<std::string> names_;
  std::array<char, kChunk> chunk_{};
};

}  // namespace

Result<std::vector<SourceDocument>> ReadArchive(std::string_view bytes, const Limits& limits) {
  return std::make_unique<Reader>(bytes, limits)->ReadFiles();
}

bool IsGzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

Result<std::string> Gunzip(std::string_view bytes, const Limits& limits) {
  if (!IsGzip(bytes)) return Refused("it is no gzip");
  return std::make_unique<Reader>(bytes, limits)->ReadGzip();
}

}  // namespace pomocnik::kb::archive
