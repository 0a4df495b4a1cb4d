// Oznake tem pomoèi. Številke pošilja program ob pritisku na F1.
#ifndef ICENTER_HELP_H
#define ICENTER_HELP_H

/* Sistem in administracija */
#define IDH_UVOD                 31000

/* Blagajna */
#define IDH_BLA_UVOD             31100
#define IDH_BLA_DNEVNIK          31101
#define IDH_BLA_STANJE           31102
#define IDH_BLA_PREJEMEK         31103
#define IDH_BLA_IZDATEK          31104
#define IDH_BLA_VRSTE            31105
#define IDH_BLA_VRSTE_IZDATKOV   31106
#define IDH_BLA_MAKSIMUM         31107

/* Trgovina na drobno */
#define IDH_TDR_UVOD             31200
#define IDH_TDR_PREVZEM          31201
#define IDH_TDR_PREVZEM_KAL      31202
#define IDH_TDR_CENIK            31203
#define IDH_TDR_ZAKLJUCEK        31204
#define IDH_TDR_KNJIGA           31205
#define IDH_TDR_ODPIS            31206
#define IDH_TDR_VAGE             31207

/* Potni nalogi */
#define IDH_PN_UVOD              31300
#define IDH_PN_NALOG             31301
#define IDH_PN_KILOMETRI         31302
#define IDH_PN_STROSKI           31303
#define IDH_PN_AKONTACIJA        31304
#define IDH_PN_DNEVNICE          31305
#define IDH_PN_VOZILA            31306
#define IDH_PN_ODREDBA           31307

/* Veènivojski razpis proizvodnje */
#define IDH_VRP_UVOD             31400
#define IDH_VRP_RAZPIS           31401
#define IDH_VRP_NALOG            31402
#define IDH_VRP_NALOG_STANJA     31403
#define IDH_VRP_KOSOVNICA        31404
#define IDH_VRP_OPERACIJE        31405
#define IDH_VRP_PRIJAVA          31406
#define IDH_VRP_ZAMENJAVE        31407
#define IDH_VRP_IZPISI           31408

/* Obraèun storitev */
#define IDH_OST_UVOD             31500
#define IDH_OST_OTROK            31501
#define IDH_OST_PLACNIK          31502
#define IDH_OST_DNEVNIK          31503
#define IDH_OST_DNEVNIK_BARVE    31504
#define IDH_OST_CENIK            31505
#define IDH_OST_POLOZNICE        31506

/* Sistem in administracija */
#define IDH_SYS_UVOD             31600
#define IDH_SYS_OPERATERJI       31601
#define IDH_SYS_PRAVICE          31602
#define IDH_SYS_ARHIV            31603
#define IDH_SYS_ARHIV_OBNOVA     31604
#define IDH_SYS_TISKALNIKI       31605
#define IDH_SYS_NADGRADNJA       31606
#define IDH_SYS_BLIZNJICE        31607
#define IDH_SYS_SERVER           0x7B78

#endif
