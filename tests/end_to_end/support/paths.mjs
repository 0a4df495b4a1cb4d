// Where things are in the tree.
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

/** @param {...string} parts below the top folder */
export function inTree(...parts) {
  return path.join(root, ...parts);
}

export const program = path.resolve(root, process.env.POMOCNIK_BIN ?? 'build/dev/pomocnik');
