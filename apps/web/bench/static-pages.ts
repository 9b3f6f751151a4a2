import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Words } from './words.ts';

export type StaticPages = { origin: string; stop: () => void };

/** The least that shows the same: the text and the pictures, no style and no program. The first page has a form. */
function documentOf({ title, html }: Words, at: number, count: number): string {
  const next =
    at === 0
      ? '<form method="post" action="/1"><button>Go on</button></form>'
      : at < count - 1
        ? `<a href="/${at + 1}">Go on</a>`
        : '';
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><main>${html}${next}</main></html>`;
}

/** Serves the pages at /0, /1 and so on, compressed once. */
export async function serveStatic(pages: readonly Words[]): Promise<StaticPages> {
  const bodies = new Map<string, Buffer>(
    pages.map((words, at) => [`/${at}`, brotliCompressSync(documentOf(words, at, pages.length))]),
  );
  const pictures = new Map(pages.flatMap(({ pictures: shown }) => [...shown]));
  const server: Server = createServer((request, reply) => {
    const path = request.url ?? '/';
    const [body, picture] = [bodies.get(path), pictures.get(path)];
    if (request.method === 'POST') reply.writeHead(303, { location: path }).end();
    else if (body) {
      const type = { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' };
      reply.writeHead(200, { ...type, 'content-length': body.length }).end(body);
    } else if (picture) reply.writeHead(200, { 'content-type': picture.type }).end(picture.bytes);
    else reply.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
