// A network of its own for each chat of the gallery: answers with samples, or fails in the way that is to be shown.

/** @typedef {import('./samples.js').Samples} Samples */

/**
 * @param {Samples} samples
 * @param {import('./states.js').State} state
 * @returns {typeof fetch}
 */
export function sampleFetch(samples, {sample, network}) {
  return async (input, options) => {
    const {pathname} = new URL(String(input));
    const route = pathname.replace(/^\/api\/v1\//, '');
    if (route === 'chat') {
      if (network === 'silent') return never();
      if (network === 'gone') throw new TypeError('no connection');
      if (network === 'busy') return reply({error: {code: 'busy', message: ''}}, 503);
      return reply(sample ? samples.chats[sample].reply : samples.chats.answer.reply);
    }
    if (route === 'search') return reply(samples.search.found);
    if (route === 'suggest') return reply(samples.typed.found);
    if (route === 'draft') return reply({...JSON.parse(String(options?.body)), removed: null, saved: true});
    const article = samples.articles[route.replace(/^articles\//, '')];
    if (article) return reply(article);
    return route.startsWith('articles/') ? reply({error: {code: 'not_found', message: ''}}, 404) : reply({saved: true});
  };
}

/**
 * @param {unknown} body
 * @param {number} [status]
 */
function reply(body, status = 200) {
  return new Response(JSON.stringify(body), {status});
}

/** @returns {Promise<never>} */
function never() {
  return new Promise(() => {});
}
