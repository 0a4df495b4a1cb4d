// A conversation as plain text with its sources: what "copy the conversation" copies.
import {readLink} from '../shared/links.js';
import {writeBlocks} from '../shared/plain_text.js';
import {wordingOf} from '../shared/transcript.js';
import {isHeld} from './held_view.js';
import {verdictName} from './verdict_name.js';

/** @typedef {import('../shared/transcript.js').Turn} Turn */
/** @typedef {import('../shared/wire').ChatReply} ChatReply */
/** @typedef {import('../shared/wire').Citation} Citation */
/** @typedef {import('../shared/strings.js').Strings} Strings */

/**
 * @param {readonly Turn[]} turns
 * @param {Strings} strings
 * @param {{base: string, now: Date}} surroundings address of the server
 */
export function writeTranscript(turns, strings, {base, now}) {
  const head = `${strings.text('panel')}, ${strings.date(dayOf(now))}`;
  return [head, ...turns.map((turn) => writeTurn(turn, strings, base))].join('\n\n') + '\n';
}

/**
 * The day where the person is, YYYY-MM-DD.
 *
 * @param {Date} now
 */
function dayOf(now) {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/**
 * @param {Turn} turn
 * @param {Strings} strings
 * @param {string} base
 */
function writeTurn(turn, strings, base) {
  const question = `${strings.text('you')} ${turn.message}`;
  if (!turn.reply) return question;
  const {reply} = turn;
  if (isHeld(turn)) return [question, `${strings.text('bot')}\n${writeDraft(turn, strings)}`].join('\n\n');
  const sources = reply.citations.map((citation) => writeSource(citation, strings, base));
  const parts = [
    reply.understood?.text,
    reply.verdict && `${verdictName(reply.verdict, strings)}. ${reply.verdict.clause}`.trim(),
    reply.verdict && writeBlocks(reply.verdict.blocks, base),
    writeBlocks(reply.blocks, base),
    reply.choices.map(({title, module}) => `– ${title} (${module})`).join('\n'),
    sources.length > 0 && `${strings.text('source', {n: sources.length})}: ${sources.join('; ')}`,
    writeDraft(turn, strings),
  ];
  return `${question}\n\n${strings.text('bot')}\n${parts.filter(Boolean).join('\n\n')}`;
}

/**
 * "Storno računa (Fakturiranje, nasvet, 12. 5. 2026), https://…"
 *
 * @param {Citation} citation
 * @param {Strings} strings
 * @param {string} base
 */
function writeSource({title, module, kind, updated, url}, strings, base) {
  const facts = [module, strings.name('kind', kind), updated && strings.date(updated)].filter(Boolean).join(', ');
  const link = readLink(url, base);
  return `${title} (${facts})${link?.kind === 'page' ? `, ${link.href}` : ''}`;
}

/**
 * @param {Turn} turn
 * @param {Strings} strings
 */
function writeDraft(turn, strings) {
  const wording = wordingOf(turn);
  const reference = turn.reply?.handoff.draft?.reference;
  if (!wording) return '';
  const lines = [`${strings.text('draft')} ${reference}`, wording.title.trim(), wording.text.trim()];
  return lines.filter(Boolean).join('\n');
}
