// The least a server can do for the player's document: one prepared session look-up, then the same bytes.
// bare-server.mjs DATABASE_URL PORT FILE
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

const [url, port, file] = process.argv.slice(2);
const bytes = readFileSync(file);
const pool = new pg.Pool({ connectionString: url, max: 16, options: '-c role=rounds_app' });
const server = createServer((request, reply) => void answer(request, reply));

async function answer(request, reply) {
  const token = /rounds=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const hash = createHash('sha256').update(token).digest();
  const { rows } = await pool.query({
    name: 'session',
    text: 'SELECT * FROM session_actor($1, $2)',
    values: [hash, new Date()],
  });
  reply.writeHead(rows.length === 1 ? 200 : 401, {
    'content-type': 'application/json',
    'content-encoding': 'br',
    'content-length': bytes.length,
  });
  reply.end(bytes);
}

server.listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
