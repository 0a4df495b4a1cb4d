// Who is signed in. The cookie is the browser's; what is kept here is the name, the role and the token that the server
// wants with whatever changes anything.
import {StaffFailure} from './staff_wire.js';

/** @typedef {import('./page').Person} Person */
/** @typedef {{name: string, role: import('./page').Role, csrf: string}} SessionReply */
/** @typedef {{name: string, password: string, code?: string}} Credentials */

export class Session {
  #wire;
  #token = '';
  /** @type {Person | null} */
  #person = null;
  /** @type {Promise<void> | null} */
  #renewal = null;

  /**
   * Asks the person to sign in again; fulfilled when they have, by signIn() of this session. Set by the shell.
   *
   * @type {() => Promise<void>}
   */
  askAgain = () => Promise.reject(new StaffFailure('signed_out'));

  /** @param {Pick<import('./staff_wire.js').StaffWire, 'json'>} wire */
  constructor(wire) {
    this.#wire = wire;
  }

  /** Null: nobody is signed in. */
  get person() {
    return this.#person;
  }

  get token() {
    return this.#token;
  }

  /**
   * Takes up the session that the browser's cookie belongs to.
   *
   * @returns {Promise<boolean>} whether there is one
   */
  async restore() {
    try {
      this.#take(await this.#wire.json('session'));
      return true;
    } catch (error) {
      if (!(error instanceof StaffFailure && error.kind === 'signed_out')) throw error;
      this.#forget();
      return false;
    }
  }

  /** @param {Credentials} credentials */
  async signIn(credentials) {
    this.#take(await this.#wire.json('login', {body: credentials}));
  }

  async signOut() {
    try {
      await this.#wire.json('logout', {body: {}, token: this.#token});
    } catch (error) {
      if (!(error instanceof StaffFailure && error.kind === 'signed_out')) throw error;
    }
    this.#forget();
  }

  /** The session has ended: has the person sign in again, once for all calls that found out. */
  renew() {
    this.#renewal ??= this.askAgain().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  /**
   * The server refused the token: another tab may have signed in since.
   *
   * @returns {Promise<boolean>} whether there is another token now, of the same person
   */
  async refreshToken() {
    const {name} = this.#person ?? {};
    const before = this.#token;
    return await this.restore() && this.#person?.name === name && this.#token !== before;
  }

  /** @param {SessionReply} reply */
  #take({name, role, csrf}) {
    this.#person = {name, role};
    this.#token = csrf;
  }

  #forget() {
    this.#person = null;
    this.#token = '';
  }
}
