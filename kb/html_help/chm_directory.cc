#include "kb/html_help/chm_directory.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "base/ascii.h"

namespace pomocnik::kb::html_help {
namespace {

// Numbers of the format, as libchm reads it.
constexpr std::uint64_t kFileHeader = 0x60;
constexpr std::uint64_t kOldHeader = 0x58;
constexpr std::uint64_t kTableHeader = 0x54;
constexpr std::uint64_t kLeafHeader = 0x14;
constexpr std::uint64_t kBranchHeader = 0x08;
constexpr std::uint64_t kMaxName = 512;
constexpr std::uint64_t kBlock = 0x8000;                  // of uncompressed bytes
constexpr std::uint64_t kMaxPackedBlock = kBlock + 6144;  // that libchm has room for
constexpr std::uint64_t kMaxPage = 0x10000;

constexpr std::string_view kResetTable =
    "::DataSpace/Storage/MSCompressed/Transform/{7FC28940-9D31-11D0-9B27-00A0C91E9C7C}/"
    "InstanceData/ResetTable";
constexpr std::string_view kControlData = "::DataSpace/Storage/MSCompressed/ControlData";
constexpr std::string_view kContent = "::DataSpace/Storage/MSCompressed/Content";

Error Damaged(std::string_view what) {
  return Error::InvalidArgument("it is damaged: " + std::string(what));
}

// Numbers out of bytes, lowest byte first.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  // Whether so many bytes lie at an offset.
  bool Has(std::uint64_t offset, std::uint64_t length) const {
    return offset <= bytes_.size() && length <= bytes_.size() - offset;
  }
  // REQUIRES for all that follow: Has().
  std::uint64_t Number(std::uint64_t offset, std::size_t size) const {
    std::uint64_t number = 0;
    for (std::size_t i = size; i > 0; --i) {
      number = number << 8 |
               static_cast<unsigned char>(bytes_[static_cast<std::size_t>(offset) + i - 1]);
    }
    return number;
  }
  std::uint64_t U32(std::uint64_t offset) const { return Number(offset, 4); }
  std::uint64_t U64(std::uint64_t offset) const { return Number(offset, 8); }
  std::string_view View(std::uint64_t offset, std::uint64_t length) const {
    return bytes_.substr(static_cast<std::size_t>(offset), static_cast<std::size_t>(length));
  }
  std::uint64_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

// The entries of one page of the table.
class PageReader {
 public:
  PageReader(std::string_view page, std::uint64_t header, std::uint64_t end)
      : page_(page), at_(header), end_(end) {}

  bool AtEnd() const { return at_ >= end_; }

  // A number of seven bits a byte; absent when it does not end within the page's entries.
  std::optional<std::uint64_t> TakeNumber() {
    constexpr int kMostBytes = 8;
    std::uint64_t number = 0;
    for (int i = 0; i < kMostBytes && at_ < end_; ++i) {
      const auto byte = static_cast<unsigned char>(page_[static_cast<std::size_t>(at_++)]);
      number = number << 7 | (byte & 0x7F);
      if (byte < 0x80) return number;
    }
    return std::nullopt;
  }

  std::optional<std::string_view> TakeName() {
    const auto length = TakeNumber();
    if (!length || *length == 0 || *length > kMaxName || *length > end_ - at_) return std::nullopt;
    const std::string_view name =
        page_.substr(static_cast<std::size_t>(at_), static_cast<std::size_t>(*length));
    at_ += *length;
    if (name.find('\0') != std::string_view::npos) return std::nullopt;
    return name;
  }

 private:
  std::string_view page_;
  std::uint64_t at_;
  std::uint64_t end_;
};

class DirectoryReader {
 public:
  explicit DirectoryReader(std::string_view bytes) : bytes_(bytes) {}

  Result<std::vector<ChmEntry>> Read() {
    RETURN_IF_ERROR(ReadHeaders());
    RETURN_IF_ERROR(ReadLeaves());
    RETURN_IF_ERROR(ReadTree());
    RETURN_IF_ERROR(CheckCompression());
    RETURN_IF_ERROR(CheckEntries());
    return std::move(entries_);
  }

 private:
  Status ReadHeaders() {
    if (!bytes_.Has(0, kFileHeader) || bytes_.View(0, 4) != "ITSF") {
      return Error::InvalidArgument("it is no .chm");
    }
    const std::uint64_t version = bytes_.U32(4);
    const std::uint64_t table = bytes_.U64(0x48);
    if (version != 2 && version != 3)
      return Error::InvalidArgument("it is no .chm of a known version");
    if (bytes_.U32(8) < kOldHeader || bytes_.U32(8) > bytes_.size()) return Damaged("its header");
    if (!bytes_.Has(table, kTableHeader) || bytes_.View(table, 4) != "ITSP")
      return Damaged("it has no table");
    const std::uint64_t length = bytes_.U64(0x50);
    if (!bytes_.Has(table, length)) return Damaged("its table is not all there");
    data_ = version == 3 ? bytes_.U64(0x58) : table + length;
    if (data_ > bytes_.size()) return Damaged("its data are not there");
    if (bytes_.U32(table + 4) != 1 || bytes_.U32(table + 8) != kTableHeader)
      return Damaged("its table");
    page_ = bytes_.U32(table + 0x10);
    if (page_ < 2 * kLeafHeader || page_ > kMaxPage) return Damaged("the size of its pages");
    pages_begin_ = table + kTableHeader;
    pages_ = (bytes_.size() - pages_begin_) / page_;
    root_ = bytes_.U32(table + 0x1C);
    head_ = bytes_.U32(table + 0x20);
    return {};
  }

  Result<std::string_view> PageAt(std::uint64_t number) {
    if (number >= pages_) return Damaged("a page of its table is not there");
    return bytes_.View(pages_begin_ + number * page_, page_);
  }

  // Where the entries of a page end.
  Result<std::uint64_t> EndOf(std::string_view page, std::uint64_t header) {
    const std::uint64_t free = Bytes(page).U32(4);
    if (free > page_ - header) return Damaged("a page of its table");
    return page_ - free;
  }

  // The chain of pages that hold entries.
  Status ReadLeaves() {
    constexpr std::uint64_t kNone = 0xFFFFFFFF;
    for (std::uint64_t number = head_; number != kNone;) {
      if (!leaves_.insert(number).second) return Damaged("its table goes round in a circle");
      ASSIGN_OR_RETURN(const std::string_view page, PageAt(number));
      RETURN_IF_ERROR(ReadLeaf(page));
      number = Bytes(page).U32(0x10);
    }
    return {};
  }

  Status ReadLeaf(std::string_view page) {
    if (!page.starts_with("PMGL")) return Damaged("a page of its table");
    ASSIGN_OR_RETURN(const std::uint64_t end, EndOf(page, kLeafHeader));
    PageReader reader(page, kLeafHeader, end);
    while (!reader.AtEnd()) {
      const auto name = reader.TakeName();
      const auto section = reader.TakeNumber();
      const auto offset = reader.TakeNumber();
      const auto length = reader.TakeNumber();
      if (!name || !section || !offset || !length || *section > 1)
        return Damaged("an entry of its table");
      if (!names_.insert(LowerCase(*name)).second) return Damaged("a name is there twice");
      entries_.push_back({std::string(*name), static_cast<int>(*section), *offset, *length});
    }
    return {};
  }

  // The pages above them, by which libchm finds a name.
  Status ReadTree() {
    constexpr std::uint64_t kFirstNegative = 0x80000000;
    if (root_ >= kFirstNegative) return {};
    std::vector<std::uint64_t> waiting = {root_};
    std::set<std::uint64_t> seen;
    while (!waiting.empty()) {
      const std::uint64_t number = waiting.back();
      waiting.pop_back();
      if (leaves_.count(number) > 0) continue;
      if (!seen.insert(number).second) return Damaged("its table goes round in a circle");
      ASSIGN_OR_RETURN(const std::string_view page, PageAt(number));
      if (!page.starts_with("PMGI")) return Damaged("a page of its table");
      ASSIGN_OR_RETURN(const std::uint64_t end, EndOf(page, kBranchHeader));
      PageReader reader(page, kBranchHeader, end);
      while (!reader.AtEnd()) {
        const auto name = reader.TakeName();
        const auto child = reader.TakeNumber();
        if (!name || !child || *child >= pages_) return Damaged("an entry of its table");
        waiting.push_back(*child);
      }
    }
    return {};
  }

  const ChmEntry* Find(std::string_view name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const ChmEntry& entry) {
      return LowerCase(entry.name) == LowerCase(name);
    });
    return found == entries_.end() ? nullptr : &*found;
  }

  // Where an entry that is not compressed lies in the file; absent when it does not.
  std::optional<std::uint64_t> PlaceOf(const ChmEntry* entry) const {
    if (entry == nullptr || entry->section != 0 || entry->offset > bytes_.size())
      return std::nullopt;
    const std::uint64_t place = data_ + entry->offset;
    if (!bytes_.Has(place, entry->length)) return std::nullopt;
    return place;
  }

  // How the compressed section is compressed, when there is one.
  Status CheckCompression() {
    const ChmEntry* table = Find(kResetTable);
    const ChmEntry* control = Find(kControlData);
    const ChmEntry* content = Find(kContent);
    if (table == nullptr && control == nullptr && content == nullptr) return {};
    const auto table_place = PlaceOf(table);
    const auto control_place = PlaceOf(control);
    const auto content_place = PlaceOf(content);
    if (!table_place || !control_place || !content_place || table->length < 0x28) {
      return Damaged("its compressed part is not described");
    }
    RETURN_IF_ERROR(CheckControl(*control_place, control->length));
    return CheckBlocks(*table_place, table->length, content->length);
  }

  Status CheckControl(std::uint64_t place, std::uint64_t length) {
    constexpr std::array<std::uint64_t, 7> kWindows = {1, 2, 4, 8, 16, 32, 64};
    if (length < 0x18 || length > 256 || bytes_.View(place + 4, 4) != "LZXC" ||
        bytes_.U32(place + 8) != 2) {
      return Damaged("its kind of compression is not known");
    }
    const std::uint64_t reset = bytes_.U32(place + 0x0C);
    const std::uint64_t window = bytes_.U32(place + 0x10);
    const std::uint64_t windows = bytes_.U32(place + 0x14);
    constexpr std::uint64_t kMost = 0x1000;
    const bool known = std::find(kWindows.begin(), kWindows.end(), window) != kWindows.end();
    if (!known || reset == 0 || reset > kMost || windows == 0 || windows > kMost ||
        2 * reset % window != 0) {
      return Damaged("its kind of compression is not known");
    }
    return {};
  }

  Status CheckBlocks(std::uint64_t place, std::uint64_t length, std::uint64_t content) {
    const std::uint64_t count = bytes_.U32(place + 4);
    const std::uint64_t list = bytes_.U32(place + 0x0C);
    const std::uint64_t packed = bytes_.U64(place + 0x18);
    if (bytes_.U32(place) != 2 || bytes_.U64(place + 0x20) != kBlock || count == 0 ||
        count > bytes_.size() || list > length || 8 * count > length - list || packed > content) {
      return Damaged("its compressed part is not described");
    }
    std::uint64_t begin = bytes_.U64(place + list);
    for (std::uint64_t i = 1; i <= count; ++i) {
      const std::uint64_t end = i < count ? bytes_.U64(place + list + 8 * i) : packed;
      if (end < begin || end - begin > kMaxPackedBlock || end > packed)
        return Damaged("a compressed block");
      begin = end;
    }
    unpacked_ = std::min(bytes_.U64(place + 0x10), count * kBlock);
    return {};
  }

  Status CheckEntries() {
    for (const ChmEntry& entry : entries_) {
      const bool inside = entry.section == 0 ? PlaceOf(&entry).has_value()
                                             : entry.offset <= unpacked_ &&
                                                   entry.length <= unpacked_ - entry.offset;
      if (!inside) return Damaged("an entry leads out of the file");
    }
    return {};
  }

  Bytes bytes_;
  std::uint64_t data_ = 0;         // where section 0 begins
  std::uint64_t pages_begin_ = 0;  // of the table
  std::uint64_t page_ = 0;         // bytes of one
  std::uint64_t pages_ = 0;
  std::uint64_t root_ = 0;
  std::uint64_t head_ = 0;
  std::uint64_t unpacked_ = 0;  // bytes of section 1
  std::set<std::uint64_t> leaves_;
  std::set<std::string> names_;
  std::vector<ChmEntry> entries_;
};

}  // namespace

Result<std::vector<ChmEntry>> ReadChmDirectory(std::string_view bytes) {
  return DirectoryReader(bytes).Read();
}

}  // namespace pomocnik::kb::html_help
