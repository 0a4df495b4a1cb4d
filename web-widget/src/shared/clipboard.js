// Copying a text, also on intranet pages without https, which have no clipboard of their own.

/**
 * To be called while the browser still takes it for the person's doing.
 *
 * @param {string} text
 * @param {HTMLTextAreaElement} field selected when the browser does not allow it, to be copied by hand
 * @returns {Promise<boolean>} false: the browser does not allow it
 */
export async function copyText(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text, field);
  }
}

/**
 * The older way copies what is selected, unless a listener puts something else in its place.
 *
 * @param {string} text
 * @param {HTMLTextAreaElement} field
 */
function copyByCommand(text, field) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  field.focus();
  field.select();
  field.addEventListener('copy', fill, {once: true});
  const copied = document.execCommand('copy');
  field.removeEventListener('copy', fill);
  return copied;
}
