// A site of somebody else: pages with a content security policy of their own, on an origin of their own.
import {createServer} from 'node:http';

export class HostSite {
  /** @type {Record<string, {body: string, policy?: string}>} by path */
  pages = {};
  #server = createServer((request, response) => {
    const page = this.pages[request.url ?? ''];
    response.writeHead(page ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8', ...(page?.policy ? {'Content-Security-Policy': page.policy} : {}),
    });
    response.end(page ? `<!doctype html><html lang="sl"><title>gostitelj</title>${page.body}</html>` : '');
  });

  async start() {
    await new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => resolve(undefined));
    });
    const {port} = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    this.origin = `http://127.0.0.1:${port}`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
