// Gives the person a file that has come through the API.
import {element} from '../shared/dom.js';

/** @param {{name: string, content: Blob}} file */
export function saveFile({name, content}) {
  const href = URL.createObjectURL(content);
  const link = element('a', {href, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers read the content only when the person has said where to put it.
  setTimeout(() => URL.revokeObjectURL(href), 60000);
}
