#include <CLI/CLI.hpp>
#include <functional>
#include <iomanip>
#include <iostream>
#include <memory>
#include <string>

#include "base/clock.h"
#include "bot/commands/commands.h"
#include "bot/commands/password_prompt.h"
#include "bot/commands/staff_accounts.h"
#include "bot/staff/totp.h"

namespace pomocnik::bot::commands {
namespace {

struct StaffOptions {
  std::string data;
  std::string name;
  std::string role;
  bool password_stdin = false;
  SystemClock clock;
};

StaffAccounts Open(const StaffOptions& options) { return {options.data, options.clock}; }

Result<std::string> AskForPassword(const StaffOptions& options) {
  return AskPassword(
      options.password_stdin ? PasswordSource::kStandardInput : PasswordSource::kTerminal,
      options.name);
}

// In groups, so that it can be typed.
std::string Grouped(const std::string& secret) {
  std::string grouped;
  for (std::size_t i = 0; i < secret.size(); i += 4) {
    if (i > 0) grouped += ' ';
    grouped += secret.substr(i, 4);
  }
  return grouped;
}

void PrintCodeSecret(const Account& account) {
  std::cout << "From now on " << account.name
            << " also types a code that an authenticator app shows. Put this into the app; it is "
               "not shown again:\n"
            << "  secret   " << Grouped(account.code_secret) << '\n'
            << "  address  " << CodeUri(account.name, account.code_secret) << '\n';
}

Status Add(const StaffOptions& options) {
  const StaffAccounts accounts = Open(options);
  RETURN_IF_ERROR(accounts.CheckNew(options.name));
  ASSIGN_OR_RETURN(const std::string password, AskForPassword(options));
  ASSIGN_OR_RETURN(const Account added,
                   accounts.Add({options.name, *ParseRole(options.role), password}));
  std::cout << "Account " << added.name << " added as " << RoleName(added.role)
            << ". Sign in at /staff.\n";
  if (!added.code_secret.empty()) PrintCodeSecret(added);
  return {};
}

Status List(const StaffOptions& options) {
  ASSIGN_OR_RETURN(const Accounts accounts, Open(options).List());
  if (accounts.empty()) {
    std::cout << "There are no accounts. Make one with: pomocnik staff add NAME --role admin "
                 "--data "
              << options.data << '\n';
    return {};
  }
  std::cout << std::left << std::setw(24) << "NAME" << std::setw(10) << "ROLE" << std::setw(6)
            << "CODE"
            << "CHANGED\n";
  for (const Account& account : accounts) {
    std::cout << std::setw(24) << account.name << std::setw(10) << RoleName(account.role)
              << std::setw(6) << (account.code_secret.empty() ? "no" : "yes")
              << FormatRfc3339(account.changed_at).substr(0, 10) << '\n';
  }
  return {};
}

Status Remove(const StaffOptions& options) {
  ASSIGN_OR_RETURN(const Account removed, Open(options).Remove(options.name));
  std::cout << "Account " << removed.name << " removed; its sessions have ended.\n";
  return {};
}

Status SetPassword(const StaffOptions& options) {
  const StaffAccounts accounts = Open(options);
  RETURN_IF_ERROR(accounts.CheckKnown(options.name));
  ASSIGN_OR_RETURN(const std::string password, AskForPassword(options));
  ASSIGN_OR_RETURN(const Account changed, accounts.SetPassword(options.name, password));
  std::cout << "Account " << changed.name << " has a new password; its sessions have ended.\n";
  return {};
}

Status SetRole(const StaffOptions& options) {
  const StaffAccounts accounts = Open(options);
  ASSIGN_OR_RETURN(const Accounts before, accounts.List());
  const Account* known = FindAccount(before, options.name);
  ASSIGN_OR_RETURN(const Account changed, accounts.SetRole(options.name, *ParseRole(options.role)));
  std::cout << "Account " << changed.name << " is " << RoleName(changed.role)
            << " now; its sessions have ended.\n";
  if (known != nullptr && known->code_secret != changed.code_secret) PrintCodeSecret(changed);
  return {};
}

Status RenewCode(const StaffOptions& options) {
  ASSIGN_OR_RETURN(const Account changed, Open(options).RenewCode(options.name));
  PrintCodeSecret(changed);
  return {};
}

using Action = Status (*)(const StaffOptions&);

// One subcommand of `pomocnik staff`.
struct Verb {
  std::string name;
  std::string help;
  Action act;
};

CLI::App* AddVerb(CLI::App& staff, const Verb& verb, const std::shared_ptr<StaffOptions>& options,
                  int& exit_code) {
  CLI::App* command = staff.add_subcommand(verb.name, verb.help);
  command->add_option("--data", options->data, "Data folder; a server may be running on it")
      ->envname("POMOCNIK_DATA")
      ->required();
  command->callback([options, verb, &exit_code] {
    const Status done = verb.act(*options);
    exit_code = done ? 0 : 1;
    if (!done) std::cerr << "pomocnik staff " << verb.name << ": " << done.error().message << '\n';
  });
  return command;
}

void AddNameTo(CLI::App* command, StaffOptions& options) {
  command->add_option("NAME", options.name, "Name of the account")->required();
}

void AddRoleTo(CLI::App* command, StaffOptions& options) {
  command
      ->add_option("--role", options.role,
                   "viewer sees everything but the staff log; curator also edits, publishes and "
                   "erases; admin also sees the log and sets what the figures assume")
      ->check(CLI::IsMember({"viewer", "curator", "admin"}))
      ->required();
}

void AddPasswordTo(CLI::App* command, StaffOptions& options) {
  command->add_flag("--password-stdin", options.password_stdin,
                    "Read the password from the first line of the standard input instead of asking "
                    "for it twice");
}

}  // namespace

void AddStaff(CLI::App& program, int& exit_code) {
  auto options = std::make_shared<StaffOptions>();
  CLI::App* staff = program.add_subcommand("staff", "Who may sign in to the staff pages, /staff");
  staff->require_subcommand(1);
  const auto verb = [&](const Verb& one) { return AddVerb(*staff, one, options, exit_code); };

  CLI::App* add = verb({"add", "Make an account", Add});
  AddNameTo(add, *options);
  AddRoleTo(add, *options);
  AddPasswordTo(add, *options);
  verb({"list", "List the accounts", List});
  AddNameTo(verb({"remove", "Remove an account", Remove}), *options);
  CLI::App* password = verb({"password", "Set a new password", SetPassword});
  AddNameTo(password, *options);
  AddPasswordTo(password, *options);
  CLI::App* role = verb({"role", "Give an account another role", SetRole});
  AddNameTo(role, *options);
  AddRoleTo(role, *options);
  AddNameTo(verb({"totp", "Make a new secret for one-time codes, and print it", RenewCode}),
            *options);
  staff->footer(
      "A password has at least 12 characters and is refused when it is easy to guess; it is kept "
      "as\n"
      "an Argon2id hash in DATA/staff.json. Administrators also type a code from an authenticator\n"
      "app. A running server sees every change at once; a change ends the account's sessions.\n"
      "Run this as the user that the server runs as. Examples:\n"
      "  pomocnik staff add ana.novak --role admin --data data\n"
      "  pomocnik staff add bor --role viewer --password-stdin --data data < password.txt\n"
      "  pomocnik staff role bor --role curator --data data\n"
      "  pomocnik staff list --data data");
}

}  // namespace pomocnik::bot::commands
