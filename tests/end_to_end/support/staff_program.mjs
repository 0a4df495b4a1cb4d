// The real program with a folder of its own that staff may edit, and accounts.
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {inTree, program} from './paths.mjs';
import {RunningProgram, freePort, withoutLists} from './program.mjs';

export const password = 'tunel kolo čebela marmor';

/**
 * Makes an index of a copy of kb/, adds the accounts, starts the program and waits until it is ready.
 *
 * @param {Record<string, 'viewer' | 'curator' | 'admin'>} accounts by name
 */
export async function startStaffProgram(accounts) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'pomocnik-staff-'));
  const [kb, data] = ['kb', 'data'].map((name) => path.join(folder, name));
  await cp(inTree('kb'), kb, {recursive: true});
  await promisify(execFile)(program, ['index', '--kb', kb, '--data', data], {env: withoutLists, maxBuffer: 2 ** 26});
  for (const [name, role] of Object.entries(accounts)) await addAccount(data, name, role);
  const server = new RunningProgram(data, await freePort(), `kb: ${kb}\n`);
  await server.start();
  return {
    url: server.url, kb,
    stop: async () => {
      await server.stop();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/**
 * @param {string} data
 * @param {string} name
 * @param {string} role
 */
async function addAccount(data, name, role) {
  const child = spawn(program, ['staff', 'add', name, '--role', role, '--data', data, '--password-stdin'],
    {stdio: ['pipe', 'ignore', 'inherit']});
  child.stdin.end(`${password}\n`);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the account ${name} could not be added`);
}
