#include "bot/demo/own_questions.h"

namespace pomocnik::bot::demo {

namespace {

// A table, and nothing that runs.
const std::vector<OwnQuestion> kQuestions = {
    {"Fakturiranje",
     9,
     {"kako povežem program s spletno trgovino", "povezava s spletno trgovino",
      "uvoz naročil iz spletne trgovine", "ali se da naročila iz spletne trgovine prenesti sama",
      "Kako uvozim naročila iz WooCommerce?", "spletna trgovina prenos naročil v račune"}},
    {"Plačilni promet",
     7,
     {"kako uvozim izpisek revoluta", "uvoz prometa Revolut", "bančni izpisek iz Revoluta v csv",
      "Revolut račun kako uvozim promet", "izpisek paypal uvoz",
      "kako knjižim promet s paypala iz datoteke"}},
    {"Obračun plač",
     8,
     {"kako obračunam delo od doma nadomestilo", "nadomestilo za delo na domu pri plači",
      "delo od doma nadomestilo kje vpišem", "vrsta plačila za delo na domu",
      "nadomestilo za uporabo lastnih sredstev delo od doma"}},
    {"Kadrovska evidenca",
     5,
     {"kako vodim evidenco odklopa od dela", "pravica do odklopa evidenca",
      "odklop izven delovnega časa kje zabeležim", "evidenca izrabe pravice do odklopa"}},
    {"Blagajna",
     6,
     {"kako povežem pos terminal z blagajno", "pos terminal ne prebere kartice",
      "povezava kartičnega terminala", "terminal za kartice v blagajni kako dodam",
      "plačilni terminal se ne poveže z blagajno"}},
    {"Prejeti računi",
     6,
     {"kako preberem račun s telefonom", "slikanje računov s telefonom v program",
      "ali lahko prejeti račun slikam z mobitelom", "mobilna aplikacija za slikanje računov"}},
    {"Sistem in administracija",
     7,
     {"kako vključim dvofaktorsko prijavo", "dvostopenjska prijava v program",
      "prijava s potrditvijo na telefonu", "2FA prijava operaterja kako nastavim",
      "dvofaktorska avtentikacija za vse operaterje"}},
    {"Osnovna sredstva",
     3,
     {"kako vodim najeme po MSRP 16", "pravica do uporabe najem sredstva",
      "MSRP 16 najemi evidenca", "najem vozila kot pravica do uporabe"}},
    {"Materialno skladiščno poslovanje",
     5,
     {"kako sledim serijam in rokom uporabe", "rok uporabe artikla po serijah",
      "sledenje šarž v skladišču", "šarža in rok trajanja na dobavnici"}},
    {"Potni nalogi",
     4,
     {"obračun kilometrine za električni avto",
      "polnjenje službenega električnega vozila na nalogu",
      "električni avto strošek polnjenja potni nalog", "kilometrina lastni električni avto"}},
    {"Davek na dodano vrednost",
     5,
     {"kako oddam OSS obračun", "posebna ureditev OSS prodaja v tujino",
      "OSS obračun za prodajo na daljavo", "vem oss spletna prodaja kupcem v EU ddv"}},
    {"Trgovina na drobno",
     3,
     {"kako vodim darilne bone", "unovčenje darilnega bona na blagajni", "darilni bon kot plačilo",
      "prodaja darilnih bonov davčna obravnava v programu"}},
    {"Naročila",
     3,
     {"kako dobavitelju pošljem naročilo prek EDI", "EDI naročila povezava z dobaviteljem",
      "elektronska izmenjava naročil EDI", "edi izmenjava kako vključim"}},
    {"",
     4,
     {"kako povežem program s power bi", "power bi povezava podatki", "izvoz v power bi poročila",
      "poročila v Power BI iz glavne knjige"}},
};

}  // namespace

const std::vector<OwnQuestion>& UnansweredQuestions() { return kQuestions; }

const std::vector<OwnQuestion>& PolicyQuestions() {
  static const std::vector<OwnQuestion> kQuestions = {
      {"", 6, {"koliko stane pomoč", "ali je pomoč plačljiva", "Koliko stane ura podpore?"}},
      {"", 5, {"kdaj ste dosegljivi", "kakšen je delovni čas podpore", "ali delate ob sobotah"}},
      {"", 4, {"kako oddam zahtevek", "kje oddam zahtevek za pomoč", "kako vas pokličem"}},
      {"", 2, {"ali je pomoč po telefonu plačljiva", "lahko pišem na elektronsko pošto"}},
      {"", 2, {"kdo lahko odda zahtevek", "nov sodelavec ne zna programa, kaj naj naredimo"}},
  };
  return kQuestions;
}

const std::vector<OwnQuestion>& EnglishQuestions() {
  static const std::vector<OwnQuestion> kQuestions = {
      {"Dvostavno knjigovodstvo",
       4,
       {"how do I reverse a posted journal entry", "reverse journal"}},
      {"Fakturiranje", 5, {"how to issue a credit note", "credit note for a returned item"}},
      {"Fakturiranje", 3, {"turn a proforma into an invoice", "invoice from a quote"}},
      {"Davek na dodano vrednost", 4, {"how do I submit the VAT return", "VAT return submission"}},
      {"Plačilni promet", 3, {"import bank statements", "how can I import a bank statement"}},
      {"Obračun plač", 3, {"send payslips by e-mail", "how to email payslips to employees"}},
      {"Osnovna sredstva", 2, {"how to dispose of a fixed asset", "calculate depreciation"}},
      {"Sistem in administracija", 3, {"how do I change my password", "forgot password"}},
      {"Prejeti računi", 2, {"import e-invoices", "reject a received invoice"}},
      {"Potni nalogi", 2, {"per diem for travel abroad", "travel order approval"}},
      {"", 2, {"how much does support cost", "is support free"}},
      {"", 2, {"connect an online shop", "integration with a web shop"}},
  };
  return kQuestions;
}

const std::vector<OwnQuestion>& CroatianQuestions() {
  static const std::vector<OwnQuestion> kQuestions = {
      {"Dvostavno knjigovodstvo", 4, {"kako stornirati temeljnicu", "storno knjižene temeljnice"}},
      {"Fakturiranje", 4, {"kako napraviti odobrenje kupcu", "izrada računa iz predračuna"}},
      {"Davek na dodano vrednost", 3, {"kako predati obračun PDV-a", "prijava PDV-a"}},
      {"Plačilni promet", 2, {"uvoz bankovnih izvoda", "kako uvesti izvod banke"}},
      {"Materialno skladiščno poslovanje", 3, {"kako napraviti inventuru skladišta", "inventura"}},
      {"Sistem in administracija", 2, {"promjena lozinke", "zaboravio sam lozinku"}},
      {"Obračun plač", 2, {"slanje platnih lista e-mailom", "obračun plaće"}},
      {"", 2, {"koliko košta pomoć", "radno vrijeme podrške"}},
  };
  return kQuestions;
}

const std::vector<std::string_view>& Greetings() {
  static const std::vector<std::string_view> kGreetings = {"živjo", "dober dan", "pozdravljeni",
                                                           "hvala", "dobro jutro"};
  return kGreetings;
}

const std::vector<std::string_view>& Unreadable() {
  static const std::vector<std::string_view> kUnreadable = {"???", "...", "!!", "123", "?"};
  return kUnreadable;
}

}  // namespace pomocnik::bot::demo
