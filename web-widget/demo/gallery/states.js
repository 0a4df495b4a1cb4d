// What the gallery shows, as data.

/**
 * @typedef {object} State of the chat
 * @property {string} id
 * @property {string} name
 * @property {string} note
 * @property {string} [sample] name of the sample chat that is had; without it, nothing is asked
 * @property {boolean} [searches] the sample search is made
 * @property {boolean} [types] the sample letters are typed
 * @property {'silent' | 'gone' | 'busy'} [network] does not answer, is not there, has too much to do
 * @property {string} [waitsFor] what shows that the state has come about
 * @property {{press: string, then: string}[]} [steps] what is pressed after that, and what shows that it worked
 * @property {string} [at] what is to be in view
 */

/** @type {State[]} */
export const states = [
  {id: 'pozdrav', name: 'Pozdrav', note: 'Pove, da ni oseba, in ponudi pogosta vprašanja.'},
  {id: 'predlogi', name: 'Predlogi med tipkanjem', note: 'Naslovi in vprašanja, urejeni po modulih.', types: true,
    waitsFor: '.suggestion'},
  {id: 'iskanje', name: 'Iskanje', note: 'Po štirih sekundah prizna, da traja dlje.',
    sample: 'answer', network: 'silent', waitsFor: '.pending'},
  {id: 'odgovor', name: 'Odgovor', note: 'Koraki iz članka, ki je naveden.', sample: 'answer', waitsFor: '.reply'},
  {id: 'clanek', name: 'Cel članek', note: 'Odpre se v istem oknu, z vrnitvijo na pogovor.', sample: 'answer',
    waitsFor: '.reply', steps: [{press: '.reply [data-action=article]', then: '.article h2'}]},
  {id: 'razumel', name: 'Popravljena beseda', note: 'Pove, kako je prebral vprašanje, in ponudi dobesedno iskanje.',
    sample: 'corrected', waitsFor: '.understood'},
  {id: 'izbira', name: 'Izbira', note: 'Ustreza več člankov, zato vpraša.', sample: 'choices', waitsFor: '.choice'},
  {id: 'ni-odgovora', name: 'Ni odgovora', note: 'Ne ugiba: nobenega vira, samo osnutek zahtevka.', sample: 'abstain',
    waitsFor: '.draft'},
  {id: 'ni-pomagalo', name: 'Odgovor ni pomagal', note: 'Ocena s pojasnilom; oceno je mogoče spremeniti.',
    sample: 'answer', waitsFor: '.reply', steps: [{press: '[data-vote=no]', then: '.vote-status:not(:empty)'}],
    at: '.source-ways'},
  {id: 'osnutek', name: 'Osnutek zahtevka', note: 'Osebni podatki so iz besedila odstranjeni.', sample: 'handoff',
    waitsFor: '.draft', at: '.draft'},
  {id: 'brezplacno', name: 'Brezplačna pomoč', note: 'Odločitev s členom pravil.', sample: 'free',
    waitsFor: '.verdict'},
  {id: 'placljivo', name: 'Plačljiva pomoč', note: 'Člen, cena in kaj lahko naredite sami.', sample: 'paid',
    waitsFor: '.verdict'},
  {id: 'ni-na-voljo', name: 'Pomoč ni na voljo', note: 'Pove, kam se obrniti.', sample: 'none', waitsFor: '.verdict'},
  {id: 'odvisno', name: 'Odvisno od okoliščin', note: 'Pove, od česa je odvisno.', sample: 'depends',
    waitsFor: '.verdict'},
  {id: 'zadetki', name: 'Iskanje po člankih', note: 'Seznam zadetkov, ki ga odpre stran s klicem search.',
    searches: true, waitsFor: '.reader .choice'},
  {id: 'brez-povezave', name: 'Ni povezave', note: 'Vprašanje ostane in ga je mogoče poslati znova ali popraviti.',
    sample: 'answer', network: 'gone', waitsFor: '.failure'},
  {id: 'preobremenjen', name: 'Strežnik je preobremenjen', note: 'Vprašanje ostane tudi tu.',
    sample: 'answer', network: 'busy', waitsFor: '.failure'},
];

/**
 * @typedef {object} Screen whose help is shown
 * @property {string} id
 * @property {string} name
 * @property {string} note
 * @property {string} path
 * @property {Record<string, string>} [query]
 */

/** @type {Screen[]} */
export const screens = [
  {id: 'f1-tema', name: 'Ena tema', note: 'Zaslon ima svoj članek.', path: 'icenter/FAK.Dobropisi'},
  {id: 'f1-teme', name: 'Več tem', note: 'Prva v celoti, druge v seznamu pod njo.', path: 'icenter/DK.Temeljnica'},
  {id: 'f1-okno', name: 'Okno polja', note: 'Polje nima svoje pomoči, okno jo ima.',
    path: 'icenter/FAK.Racun.RokPlacila'},
  {id: 'f1-modul', name: 'Modul', note: 'Okno še nima pomoči, modul jo ima.', path: 'icenter/FAK.Ceniki'},
  {id: 'f1-naslov', name: 'Po naslovu okna', note: 'Neznan zaslon z naslovom, ki ga najde iskanje.',
    path: 'icenter/Nov.Zaslon', query: {title: 'Uvoz bančnih izpiskov'}},
  {id: 'f1-zacetek', name: 'Neznan zaslon', note: 'Nikoli prazno: začetna stran programa.',
    path: 'predstavitev/Neznano.Okno'},
  {id: 'f1-iskanje', name: 'Iskanje v pomoči', note: 'Zadetki na isti strani.', path: 'icenter/DK.Temeljnica',
    query: {q: 'storno temeljnice'}},
];
