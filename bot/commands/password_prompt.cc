#include "bot/commands/password_prompt.h"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace pomocnik::bot::commands {
namespace {

constexpr char kInterrupt = 0x03;  // Ctrl-C
constexpr char kEnd = 0x04;        // Ctrl-D
constexpr char kBackspace = 0x08;
constexpr char kClear = 0x15;  // Ctrl-U
constexpr char kDelete = 0x7f;

// The terminal gives every key at once and shows none, until the end of its life. Keys that would end the process come
// as keys, so that it never leaves the terminal like this.
class SilentTerminal {
 public:
  SilentTerminal() {
    if (tcgetattr(STDIN_FILENO, &usual_) != 0) return;
    termios silent = usual_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
    is_silent_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (is_silent_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &usual_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

  bool is_silent() const { return is_silent_; }

 private:
  termios usual_{};
  bool is_silent_ = false;
};

// Takes away the last code point.
void DropLast(std::string& text) {
  const auto is_continuation = [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
  };
  while (!text.empty() && is_continuation(text.back())) text.pop_back();
  if (!text.empty()) text.pop_back();
}

Result<std::string> TypeLine(std::string_view prompt) {
  const Error given_up = Error::InvalidArgument("no password was typed; nothing was changed");
  const SilentTerminal terminal;
  if (!terminal.is_silent()) {
    return Error::InvalidArgument("the terminal cannot hide what is typed; use --password-stdin");
  }
  std::cerr << prompt << std::flush;
  std::string line;
  char key = 0;
  while (::read(STDIN_FILENO, &key, 1) == 1 && key != kInterrupt && key != kEnd) {
    if (key == '\n' || key == '\r') {
      std::cerr << '\n';
      return line;
    }
    if (key == kBackspace || key == kDelete) {
      DropLast(line);
    } else if (key == kClear) {
      line.clear();
    } else {
      line += key;
    }
  }
  std::cerr << '\n';
  return given_up;
}

Result<std::string> TypeTwice(std::string_view account) {
  if (::isatty(STDIN_FILENO) == 0) {
    return Error::InvalidArgument(
        "there is no terminal to type a password at; give it with --password-stdin");
  }
  ASSIGN_OR_RETURN(std::string first, TypeLine("Password for " + std::string(account) + ": "));
  ASSIGN_OR_RETURN(const std::string second, TypeLine("Again: "));
  if (first == second) return first;
  return Error::InvalidArgument("the two passwords differ; nothing was changed");
}

Result<std::string> ReadFirstLine() {
  std::string line;
  std::getline(std::cin, line);
  if (line.ends_with('\r')) line.pop_back();
  if (line.empty()) return Error::InvalidArgument("--password-stdin: the standard input is empty");
  return line;
}

}  // namespace

Result<std::string> AskPassword(PasswordSource source, std::string_view account) {
  return source == PasswordSource::kStandardInput ? ReadFirstLine() : TypeTwice(account);
}

}  // namespace pomocnik::bot::commands
