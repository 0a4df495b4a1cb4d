// Writes the samples of the gallery, web-widget/demo/gallery/samples/*.json: what the program answers to the questions
// below. To be run when replies have changed their shape or wording: npm run samples
import {writeFileSync} from 'node:fs';
import {inTree} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';

const QUESTIONS = {
  sl: {
    answer: ['Kako storniram knjiženo temeljnico?'],
    corrected: ['Kako stornirm temelnico?'],
    choices: ['inventura'],
    abstain: ['Kako popravim traktor?'],
    handoff: ['Kako storniram knjiženo temeljnico? Pišite mi na ana.kovac@example.si.', 'Ni pomagalo'],
    free: ['Kratko vprašanje o uporabi programa, 10 minut, se plača?'],
    paid: ['Vprašanje bo trajalo pol ure, koliko stane?'],
    none: ['Ali mi lahko pomagate v nedeljo?'],
    depends: ['Morda bo treba popraviti podatke, se to zaračuna?'],
    search: 'storno',
    typed: 'stor',
  },
  en: {
    answer: ['How do I reverse a posted journal entry?'],
    corrected: ['temelnica storno'],
    choices: ['inventory'],
    abstain: ['How do I repair a tractor?'],
    handoff: ['How do I reverse a posted journal entry? Write to ana.kovac@example.si.', 'It did not help'],
    free: ['A short question about using the program, 10 minutes, do I pay for it?'],
    paid: ['The answer takes an hour, is it free?'],
    none: ['Can you help us on Sunday evening?'],
    depends: ['It takes 10 to 20 minutes, is it free?'],
    search: 'storno',
    typed: 'stor',
  },
  hr: {
    answer: ['Kako stornirati proknjiženu temeljnicu?'],
    corrected: ['Kako mogu stornirti temelnicu?'],
    choices: ['inventura'],
    abstain: ['Kako popraviti traktor?'],
    handoff: ['Kako stornirati proknjiženu temeljnicu? Pišite na ana.kovac@example.si.', 'Nije pomoglo'],
    free: ['Kratko pitanje o korištenju programa, 10 minuta, plaća li se?'],
    paid: ['Ako vas nazovem telefonom, naplaćuje li se?'],
    none: ['Možete li nam pomoći u nedjelju?'],
    depends: ['Trajat će 10 do 20 minuta, je li besplatno?'],
    search: 'storno',
    typed: 'stor',
  },
};

const server = await startProgram();

async function get(path, lang, options = {}) {
  const headers = {...options.headers, 'Accept-Language': lang};
  const response = await fetch(new URL(path, server.url), {...options, headers});
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
    const body = JSON.stringify({message, lang, key: crypto.randomUUID(), ...(id && {conversation: id})});
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
    const {decision, verdict, understood} = chats[name].reply;
    process.stdout.write(`${lang} ${name}: ${decision} ${verdict?.verdict ?? ''} ${understood?.text ?? ''}\n`);
  }
  const articles = {};
  const cited = Object.values(chats).flatMap(({reply}) => reply.citations).map(({article}) => article);
  for (const id of new Set(cited)) articles[id] = await get(`api/v1/articles/${id}`, lang);
  const samples = {
    portal: chats.answer.reply.handoff.portalUrl,
    chats,
    articles,
    search: {text: search, found: await get(`api/v1/search?q=${encodeURIComponent(search)}`, lang)},
    typed: {text: typed, found: await get(`api/v1/suggest?q=${encodeURIComponent(typed)}&limit=6`, lang)},
  };
  writeFileSync(inTree('web-widget/demo/gallery/samples', `${lang}.json`), `${JSON.stringify(samples, null, 1)}\n`);
}
await server.stop();
