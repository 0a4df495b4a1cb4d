#include "kb/import/isolated.h"

#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <utility>

namespace pomocnik::kb {
namespace {

// What a child that cannot go on ends with.
constexpr int kNoMemory = 12;
constexpr int kNoSandbox = 13;
constexpr int kNoPipe = 14;

constexpr std::size_t kMostResultBytes = std::size_t{256} << 20;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

bool WriteWhole(int descriptor, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::write(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

void LimitMemory(std::size_t bytes) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they map terabytes
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_AS, &limit);
#else
  static_cast<void>(bytes);
#endif
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

// So much more than was used until now.
void AllowProcessor(std::chrono::seconds more) {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds =
      static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + more.count());
  const rlimit limit{seconds, RLIM_INFINITY};
  ::setrlimit(RLIMIT_CPU, &limit);
}

struct ReleaseFilter {
  void operator()(void* filter) const { seccomp_release(filter); }
};

// Without sockets, other programs, and a look into other processes. Libraries that try a socket by the way, as the name service
// does, see a refusal and go on.
bool EnterSandbox(Network network) {
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  const std::unique_ptr<void, ReleaseFilter> filter(seccomp_init(SCMP_ACT_ALLOW));
  if (filter == nullptr) return false;
  int failures = 0;
  const auto refuse = [&](int call) {
    if (call < 0) return;  // not on this machine
    failures += seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call, 0) != 0 ? 1 : 0;
  };
  for (const int call : {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace),
                         SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev)}) {
    refuse(call);
  }
  if (network == Network::kNo) {
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(io_uring_setup)}) {
      refuse(call);
    }
  }
  return failures == 0 && seccomp_load(filter.get()) == 0;
}

struct FrameHead {
  std::uint64_t piece = 0;
  std::uint64_t size = 0;
};

[[noreturn]] void RunChild(const IsolatedWork& work, const IsolationLimits& limits,
                           std::size_t first, int pipe) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (const int signal : {SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL, SIGTERM}) {
    std::signal(signal, SIG_DFL);  // what the parent does at its end is not ours to do
  }
  LimitMemory(limits.memory_bytes);
  if (!EnterSandbox(limits.network)) ::_exit(kNoSandbox);
  try {
    for (std::size_t piece = first; piece < work.pieces; ++piece) {
      AllowProcessor(limits.processor);
      const std::string result = work.work(piece);
      const FrameHead head{piece, result.size()};
      if (!WriteWhole(pipe, reinterpret_cast<const char*>(&head), sizeof head) ||
          !WriteWhole(pipe, result.data(), result.size())) {
        ::_exit(kNoPipe);
      }
    }
  } catch (const std::bad_alloc&) {
    ::_exit(kNoMemory);
  }
  ::_exit(0);
}

enum class ReadOutcome { kWhole, kEnded, kLate };

// Reads so many bytes, waiting for each part of them at most so long.
ReadOutcome ReadWhole(int descriptor, char* bytes, std::size_t size,
                      std::chrono::milliseconds patience) {
  while (size > 0) {
    pollfd waiting{descriptor, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(patience.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return ReadOutcome::kLate;
    const ssize_t count = ::read(descriptor, bytes, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return ReadOutcome::kEnded;
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
  return ReadOutcome::kWhole;
}

std::string Megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

// Why a child has ended that had not done its work.
std::string ReasonOf(int status, ReadOutcome outcome, const IsolationLimits& limits) {
  if (outcome == ReadOutcome::kLate) {
    return "reading it took longer than " + std::to_string(limits.patience.count()) + " s";
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == kNoMemory) {
    return "reading it takes more than " + Megabytes(limits.memory_bytes) + " of memory";
  }
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return "reading it takes more than " + std::to_string(limits.processor.count()) +
           " s of a processor";
  }
  if (WIFSIGNALED(status)) {
    return std::string("reading it ended the reader: ") + ::strsignal(WTERMSIG(status));
  }
  return "reading it ended the reader with the exit code " + std::to_string(WEXITSTATUS(status));
}

// One child, from its beginning to its end.
class Child {
 public:
  static Result<Child> Start(const IsolatedWork& work, const IsolationLimits& limits,
                             std::size_t first) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
      return Error::Unavailable(std::string("cannot make a pipe: ") + std::strerror(errno));
    }
    Descriptor read_end(ends[0]);
    const Descriptor write_end(ends[1]);
    const pid_t process = ::fork();
    if (process < 0) {
      return Error::Unavailable(std::string("cannot start a process: ") + std::strerror(errno));
    }
    if (process == 0) RunChild(work, limits, first, write_end.number());
    return Child(process, std::move(read_end));
  }

  // Hands on results from `next` on, and leaves in it the piece that none came for. Returns why, when that was not the end.
  std::optional<std::string> Follow(const IsolatedWork& work, const IsolationLimits& limits,
                                    std::size_t& next) {
    ReadOutcome outcome = ReadOutcome::kWhole;
    while (next < work.pieces) {
      std::string result;
      outcome = ReadFrame(next, limits, result);
      if (outcome != ReadOutcome::kWhole) break;
      work.take(next, std::move(result));
      ++next;
    }
    if (outcome == ReadOutcome::kLate) ::kill(process_, SIGKILL);
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) continue;
    if (next == work.pieces) return std::nullopt;
    cannot_begin_ = WIFEXITED(status) && WEXITSTATUS(status) == kNoSandbox;
    return ReasonOf(status, outcome, limits);
  }

  bool cannot_begin() const { return cannot_begin_; }

 private:
  Child(pid_t process, Descriptor pipe) : process_(process), pipe_(std::move(pipe)) {}

  ReadOutcome ReadFrame(std::size_t expected, const IsolationLimits& limits, std::string& result) {
    FrameHead head;
    ReadOutcome outcome =
        ReadWhole(pipe_.number(), reinterpret_cast<char*>(&head), sizeof head, limits.patience);
    if (outcome != ReadOutcome::kWhole) return outcome;
    if (head.piece != expected || head.size > kMostResultBytes) return ReadOutcome::kLate;
    result.resize(head.size);
    return ReadWhole(pipe_.number(), result.data(), result.size(), limits.patience);
  }

  pid_t process_;
  Descriptor pipe_;
  bool cannot_begin_ = false;
};

}  // namespace

Status RunIsolated(const IsolatedWork& work, const IsolationLimits& limits) {
  for (std::size_t next = 0; next < work.pieces;) {
    ASSIGN_OR_RETURN(Child child, Child::Start(work, limits, next));
    const auto reason = child.Follow(work, limits, next);
    if (!reason) return {};
    if (child.cannot_begin()) {
      return Error::Unavailable("a process without network could not be made (seccomp)");
    }
    work.take(next, Error::Unavailable(*reason));
    ++next;
  }
  return {};
}

}  // namespace pomocnik::kb
