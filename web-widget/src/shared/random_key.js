/** 128 random bits. Not crypto.randomUUID(), which intranet pages without https do not have. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
