// What others are told about a reply.

/** @typedef {import('../shared/wire').ChatReply} ChatReply */

/**
 * For a page: nothing that was typed, and nothing to continue the conversation with.
 *
 * @param {ChatReply} reply
 */
export function factsOf({decision, lang, verdict, citations}) {
  return {decision, lang, verdict: verdict?.verdict ?? null, articles: citations.map(({article}) => article)};
}

/**
 * Whether it is an answer, which can be read and rated.
 *
 * @param {ChatReply} reply
 */
export function isAnswer({saved, decision}) {
  return saved && ['answer', 'policy'].includes(decision);
}
