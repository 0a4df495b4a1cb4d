// Writes samples/*.json: what a running program answers to the questions below. To be run again when replies have
// changed their shape or wording:
//   node web-widget/demo/gallery/record.mjs http://127.0.0.1:8080
import {writeFileSync} from 'node:fs';
import process from 'node:process';

const QUESTIONS = {
  sl: {
    answer: ['Kako storniram knjiženo temeljnico?'],
    corrected: ['Kako stornirm temelnico?'],
    choices: ['Kako pripravim opomine?'],
    abstain: ['Kako popravim traktor?'],
    handoff: ['Kako storniram knjiženo temeljnico? Pišite mi na ana.kovac@example.si.', 'Ni pomagalo'],
    free: ['Ali je napaka v programu brezplačna?'],
    paid: ['Koliko stane pomoč po telefonu?'],
    none: ['Ali mi lahko po telefonu obnovite varnostno kopijo?'],
    depends: ['Kdaj je pomoč plačljiva?'],
    search: 'storno',
    typed: 'stor',
  },
  en: {
    answer: ['How do I reverse a posted journal entry?'],
    corrected: ['How do I revers a jurnal entry?'],
    choices: ['reminders'],
    abstain: ['How do I repair a tractor?'],
    handoff: ['How do I reverse a posted journal entry? Write to ana.kovac@example.si.', 'It did not help'],
    free: ['Is a program error free of charge?'],
    paid: ['How much does help by phone cost?'],
    none: ['Can you restore a backup for me by phone?'],
    depends: ['When do I have to pay for help?'],
    search: 'storno',
    typed: 'stor',
  },
  hr: {
    answer: ['Kako stornirati proknjiženu temeljnicu?'],
    corrected: ['Kako stornirti temelnicu?'],
    choices: ['opomene'],
    abstain: ['Kako popraviti traktor?'],
    handoff: ['Kako stornirati proknjiženu temeljnicu? Pišite na ana.kovac@example.si.', 'Nije pomoglo'],
    free: ['Je li greška u programu besplatna?'],
    paid: ['Koliko košta pomoć telefonom?'],
    none: ['Možete li mi telefonom vratiti sigurnosnu kopiju?'],
    depends: ['Kada se pomoć plaća?'],
    search: 'storno',
    typed: 'stor',
  },
};

const server = process.argv[2];

async function get(path, lang, options = {}) {
  const headers = {...options.headers, 'Accept-Language': lang};
  const response = await fetch(new URL(path, server), {...options, headers});
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** The last reply of a conversation of these messages. */
async function talk(messages, lang) {
  let conversation = null;
  let reply = null;
  for (const message of messages) {
    const {id, secret} = conversation ?? {};
    const headers = {'Content-Type': 'application/json', ...(secret && {'X-Conversation-Secret': secret})};
    const body = JSON.stringify({message, key: crypto.randomUUID(), ...(id && {conversation: id})});
    reply = await get('api/v1/chat', lang, {method: 'POST', headers, body});
    conversation ??= reply.conversation;
  }
  // Nothing that would let anybody go on with it.
  return {message: messages.at(-1), reply: {...reply, conversation: {id: 'vzorec', secret: 'vzorec'}, turn: 'vzorec'}};
}

for (const [lang, {search, typed, ...questions}] of Object.entries(QUESTIONS)) {
  const chats = {};
  for (const [name, messages] of Object.entries(questions)) {
    chats[name] = await talk(messages, lang);
    const {decision, verdict} = chats[name].reply;
    process.stdout.write(`${lang} ${name}: ${decision} ${verdict?.verdict ?? ''}\n`);
  }
  const articles = {};
  const cited = Object.values(chats).flatMap(({reply}) => reply.citations).map(({article}) => article);
  for (const id of new Set(cited)) articles[id] = await get(`api/v1/articles/${id}`, lang);
  const samples = {
    portal: chats.answer.reply.handoff.portalUrl,
    chats,
    articles,
    search: {text: search, found: await get(`api/v1/search?q=${encodeURIComponent(search)}`, lang)},
    suggestions: await get(`api/v1/suggest?q=${encodeURIComponent(typed)}`, lang),
  };
  writeFileSync(new URL(`samples/${lang}.json`, import.meta.url), `${JSON.stringify(samples, null, 1)}\n`);
}
