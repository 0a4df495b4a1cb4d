#include "kb/html_help/chm.h"

#include <chm_lib.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>

#include "kb/archive/entry_name.h"
#include "kb/html_help/chm_directory.h"

namespace pomocnik::kb::html_help {
namespace {

Error Refused(std::string reason) { return Error::InvalidArgument(std::move(reason)); }

struct CloseChm {
  void operator()(chmFile* file) const { chm_close(file); }
};

// The bytes as a file, which the library wants: in memory, without a name.
class MemoryFile {
 public:
  static Result<MemoryFile> Create(std::string_view bytes) {
    MemoryFile file(memfd_create("chm", MFD_CLOEXEC));
    if (file.descriptor_ < 0) return Error::Unavailable("cannot make a file in memory");
    while (!bytes.empty()) {
      const ssize_t written = write(file.descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return Error::Unavailable("cannot fill a file in memory");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return file;
  }
  MemoryFile(MemoryFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  MemoryFile& operator=(MemoryFile&&) = delete;
  ~MemoryFile() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  explicit MemoryFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
};

// Memory that another process fills.
class SharedMemory {
 public:
  explicit SharedMemory(std::size_t size)
      : size_(std::max<std::size_t>(size, 1)),
        memory_(mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) {}
  ~SharedMemory() {
    if (is_there()) munmap(memory_, size_);
  }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;

  bool is_there() const { return memory_ != MAP_FAILED; }
  unsigned char* data() const { return static_cast<unsigned char*>(memory_); }

 private:
  std::size_t size_;
  void* memory_;
};

// Unpacks the entries one behind the other. For a process of its own: the library may crash.
bool Unpack(const std::string& path, const std::vector<ChmEntry>& entries, unsigned char* out) {
  const std::unique_ptr<chmFile, CloseChm> file(chm_open(path.c_str()));
  if (!file) return false;
  for (const ChmEntry& entry : entries) {
    chmUnitInfo unit{};
    unit.start = entry.offset;
    unit.length = entry.length;
    unit.space = entry.section;
    const auto length = static_cast<LONGINT64>(entry.length);
    if (length > 0 && chm_retrieve_object(file.get(), &unit, out, 0, length) != length)
      return false;
    out += length;
  }
  return true;
}

[[noreturn]] void RunAlone(const std::string& path, const std::vector<ChmEntry>& entries,
                           unsigned char* out, unsigned cpu_seconds) {
  const rlimit time{cpu_seconds, cpu_seconds};
  const rlimit nothing{0, 0};
  setrlimit(RLIMIT_CPU, &time);
  setrlimit(RLIMIT_CORE, &nothing);
  for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGXCPU}) {
    signal(number, SIG_DFL);
  }
  _exit(Unpack(path, entries, out) ? 0 : 1);
}

Status UnpackApart(const std::string& path, const std::vector<ChmEntry>& entries,
                   const SharedMemory& out, unsigned cpu_seconds) {
  const pid_t child = fork();
  if (child < 0) return Error::Unavailable("cannot start a process to unpack a .chm");
  if (child == 0) RunAlone(path, entries, out.data(), cpu_seconds);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return Error::Internal("cannot wait for the process that unpacks a .chm");
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) {
    return Refused("it takes too long to unpack");
  }
  return Refused("it is damaged: its compressed part");
}

// What is of use later, under its name; sorted out are folders and what the compiler made for itself.
Result<std::vector<ChmEntry>> Wanted(std::vector<ChmEntry> entries, const ChmLimits& limits) {
  constexpr std::array<std::string_view, 3> kCompiled = {"#SYSTEM", "#STRINGS", "#IVB"};
  std::vector<ChmEntry> wanted;
  std::uint64_t total = 0;
  for (ChmEntry& entry : entries) {
    const std::string_view name = entry.name;
    if (!name.starts_with('/') || name.ends_with('/') || name.starts_with("/$")) continue;
    if (name.starts_with("/#") &&
        std::find(kCompiled.begin(), kCompiled.end(), name.substr(1)) == kCompiled.end()) {
      continue;
    }
    auto path = archive::CheckEntryName(name.substr(1));
    if (!path) continue;
    entry.name = *std::move(path);
    if (entry.length > limits.file_bytes) return Refused("'" + entry.name + "' is too large");
    total += entry.length;
    wanted.push_back(std::move(entry));
  }
  if (wanted.size() > limits.files) return Refused("it has too many files");
  if (total > limits.total_bytes) return Refused("the whole is too large when unpacked");
  return wanted;
}

}  // namespace

Result<std::vector<SourceDocument>> OpenChm(std::string_view bytes, const ChmLimits& limits) {
  if (bytes.size() > limits.packed_bytes) return Refused("it is too large");
  ASSIGN_OR_RETURN(std::vector<ChmEntry> all, ReadChmDirectory(bytes));
  ASSIGN_OR_RETURN(const std::vector<ChmEntry> entries, Wanted(std::move(all), limits));
  if (entries.empty()) return Refused("it has no files");
  std::size_t total = 0;
  for (const ChmEntry& entry : entries) total += static_cast<std::size_t>(entry.length);
  const SharedMemory memory(total);
  if (!memory.is_there()) return Refused("there is no memory to unpack it");
  ASSIGN_OR_RETURN(const MemoryFile file, MemoryFile::Create(bytes));
  RETURN_IF_ERROR(UnpackApart(file.path(), entries, memory, limits.cpu_seconds));
  std::vector<SourceDocument> files;
  files.reserve(entries.size());
  const auto* from = reinterpret_cast<const char*>(memory.data());
  for (const ChmEntry& entry : entries) {
    const auto length = static_cast<std::size_t>(entry.length);
    files.push_back({.address = entry.name,
                     .media_type = {},
                     .charset = {},
                     .bytes = std::string(from, length),
                     .modified = {}});
    from += length;
  }
  return files;
}

}  // namespace pomocnik::kb::html_help
