// Blocks as plain text, for what is copied and pasted into an e-mail or a request.
import {readLink} from './links.js';

/** @typedef {import('./wire').Block} Block */
/** @typedef {import('./wire').Text} Text */
/** @typedef {import('./wire').Item} Item */

/**
 * @param {Block[]} blocks those of an unknown type are passed over
 * @param {string} base address of the server that paths lead to
 * @returns {string} paragraphs with an empty line between them
 */
export function writeBlocks(blocks, base) {
  return blocks.map((block) => writeBlock(block, base)).filter(Boolean).join('\n\n');
}

/**
 * @param {Block} block
 * @param {string} base
 * @returns {string}
 */
function writeBlock(block, base) {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return writeText(block.text, base);
    case 'steps':
      return writeItems(block.items, (index) => `${block.start + index}. `, base);
    case 'list':
      return writeItems(block.items, () => '– ', base);
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map((cell) => writeText(cell, base)).join(' | ')).join('\n');
    case 'callout':
      return `${block.label}: ${writeBlocks(block.blocks, base)}`;
    case 'code':
      return block.text;
    case 'image':
      return block.alt && `[${block.alt}]`;
    case 'link':
      return withAddress(block.label, block.href, base);
    default:
      return '';
  }
}

/**
 * @param {Text} text
 * @param {string} base
 */
function writeText(text, base) {
  return text.map((span) => span.href ? withAddress(span.text, span.href, base) : span.text).join('');
}

/**
 * What follows the first line of an item stands under it, not under its number.
 *
 * @param {Item[]} items
 * @param {(index: number) => string} mark
 * @param {string} base
 */
function writeItems(items, mark, base) {
  return items.map(({blocks}, index) => {
    const begin = mark(index);
    const lines = writeBlocks(blocks, base).replaceAll('\n\n', '\n').split('\n');
    return begin + lines.join(`\n${' '.repeat(begin.length)}`);
  }).join('\n');
}

/**
 * @param {string} label
 * @param {string} href
 * @param {string} base
 */
function withAddress(label, href, base) {
  const link = readLink(href, base);
  return link && link.kind !== 'article' && link.href !== label ? `${label} (${link.href})` : label;
}
