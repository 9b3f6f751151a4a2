import { fork } from 'node:child_process';
import { once as onceEvent } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import { once } from './cluster.ts';
import type { Version } from './library.ts';
import { alternate, measure, type Measured, median } from './measure.ts';
import { learner } from './population.ts';
import { ProductClient } from './product-client.ts';

const AT_ONCE = 16;
const COUNT = 8000;
const BARE = path.join(import.meta.dirname, 'bare-server.mjs');

export type DocumentResult = { ours: Measured[]; theirs: Measured[]; ratio: number; tail: number; bytes: number };

export async function benchDocument(
  url: string,
  origin: string,
  { versionId }: Version,
  barePort: number,
): Promise<DocumentResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rounds-bench-'));
  const { rows } = await once(url, 'SELECT learner_document_br AS bytes FROM module_version WHERE id = $1', [
    versionId,
  ]);
  const file = path.join(folder, 'document.br');
  writeFileSync(file, rows[0].bytes);
  const bare = fork(BARE, [url, String(barePort), file], { execArgv: [] });
  await onceEvent(bare, 'message');
  const client = new ProductClient(origin, AT_ONCE);
  const bareClient = new ProductClient(`http://127.0.0.1:${barePort}`, AT_ONCE);
  const gets = (from: ProductClient) =>
    measure(
      Array.from(
        { length: COUNT },
        (_, at) => () =>
          from.get(`${API_PREFIX}/learner/versions/${versionId}/document`, learner(1 + (at % 500)), {
            'accept-encoding': 'br',
          }),
      ),
      AT_ONCE,
    );
  await gets(client);
  await gets(bareClient);
  const { ours, theirs } = await alternate(
    () => gets(client),
    () => gets(bareClient),
  );
  await Promise.all([client.close(), bareClient.close()]);
  bare.kill();
  rmSync(folder, { recursive: true });
  const rate = (runs: Measured[]) => median(runs.map(({ perSecond }) => perSecond));
  return {
    ours,
    theirs,
    ratio: rate(ours) / rate(theirs),
    tail: median(ours.map(({ p50, p99 }) => p99 / p50)),
    bytes: rows[0].bytes.length,
  };
}
