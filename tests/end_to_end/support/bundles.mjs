// What the build bundles, as the build makes it.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import {join} from 'node:path';
import {inTree} from './paths.mjs';

/** @type {Map<string, Buffer> | null} made once for all servers of a test file */
let made = null;

/** Scripts and style sheets of the widget, the staff desk and the demo page, by path. */
export function bundles() {
  made ??= make();
  return made;
}

function make() {
  const folder = mkdtempSync(join(os.tmpdir(), 'pomocnik-'));
  execFileSync('cmake', [`-DOUTPUT=${folder}`, '-P', inTree('web-widget/bundle.cmake')]);
  execFileSync('esbuild', ['demo/demo.js', '--bundle', '--format=esm', '--target=es2022', `--outdir=${folder}`,
    '--log-level=warning'], {cwd: inTree('web-widget')});
  const names = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  const files = new Map(names.map((name) => [`/${name}`, readFileSync(join(folder, name))]));
  rmSync(folder, {recursive: true});
  return files;
}
