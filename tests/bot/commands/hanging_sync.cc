// Preloaded into the program, stands for a disk that does not answer: a sync takes as long as the file named
// by HANG_WHILE exists.
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <thread>

extern "C" int fdatasync(int descriptor) {
  const char* const file = getenv("HANG_WHILE");
  while (file != nullptr && access(file, F_OK) == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return static_cast<int>(syscall(SYS_fdatasync, descriptor));
}
