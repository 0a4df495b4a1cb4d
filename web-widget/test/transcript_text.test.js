import assert from 'node:assert/strict';
import test from 'node:test';
import {writeTranscript} from '../src/chat/transcript_text.js';
import {Strings} from '../src/shared/strings.js';
import {Transcript} from '../src/shared/transcript.js';
import {golden, stringTable} from './support/golden.js';

const surroundings = {base: 'https://pomoc.example.si/', now: new Date(2026, 10, 22, 0, 30)};

/**
 * @param {[string, string | null][]} exchanges question and the sample that answers it; null: not answered
 * @param {'sl' | 'en'} [lang]
 */
function write(exchanges, lang = 'sl') {
  const transcript = new Transcript();
  for (const [question, reply] of exchanges) {
    const turn = transcript.begin(question, 'key-0001', {});
    if (reply) transcript.finish(turn, golden(reply));
    else transcript.fail(turn, 'offline', '');
  }
  return writeTranscript(transcript.turns, new Strings(lang, stringTable(lang)), surroundings).replace(/\u00a0/g, ' ');
}

test('an answer is copied with its steps and its source', () => {
  assert.equal(write([['Kako storniram račun?', 'chat_reply_answer']]), `Pogovor s pomočnikom, 22. 11. 2026

Vi: Kako storniram račun?

Pomočnik:
Račun stornirate z gumbom Storno.

1. Odprite Fakturiranje / Računi.
2. Označite račun in preberite še popravek računa.

POMEMBNO: Knjiženega računa ne brišite.

Vir: Storno računa (Fakturiranje, nasvet, 12. 5. 2026), https://example.si/nasveti/storno-racuna
`);
});

test('a verdict is copied with its clause and what belongs to it', () => {
  const text = write([['Se plača?', 'chat_reply_policy']]);
  assert.match(text, /Plačljivo\. Zahtevek, na katerega odgovarja pomoč, je plačljiv\.\n\nOd 71 EUR/);
});

test('choices are copied as a list', () => {
  assert.match(write([['storno', 'chat_reply_choices']]), /– Storno računa \(Fakturiranje\)\n– Storno temeljnice/);
});

test('a draft is copied as it was worded', () => {
  const text = write([['Rad bi oddal zahtevek', 'chat_reply_handoff']]);
  assert.match(text, /Osnutek zahtevka P-7K3F9Q\nStorno računa\nOznaka: P-7K3F9Q/);
});

test('a question without an answer is copied, too', () => {
  assert.equal(write([['Kako storniram račun?', null]], 'en'),
    'Conversation with the assistant, 22 Nov 2026\n\nYou: Kako storniram račun?\n');
});
