import { get } from 'node:http';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import { RecordColumn } from '@rounds/contracts/completion-records';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { copyStatement } from '../src/views/completion-records.view.ts';
import { alternate, median } from './measure.ts';
import { LEAD, ORGANISATION, ROOT_UNIT } from './population.ts';

export type DownloadResult = { ours: number[]; theirs: number[]; ratio: number; rows: number; megabytes: number };

/** Downloads of all records as a file, against COPY of the same query by plain pg to nowhere. Seconds. */
export async function benchDownload(url: string, origin: string): Promise<DownloadResult> {
  const statement = copyStatement(
    { organisationId: ORGANISATION, unitIds: [ROOT_UNIT], filter: {}, sort: 'name', direction: 'ascending' },
    RecordColumn.options,
  );
  let rows = 0;
  let bytes = 0;
  const ours = async (): Promise<number> => {
    const begun = performance.now();
    ({ rows, bytes } = await download(origin));
    return (performance.now() - begun) / 1000;
  };
  const client = new pg.Client({ connectionString: url, options: '-c role=rounds_app' });
  await client.connect();
  const theirs = async (): Promise<number> => {
    const begun = performance.now();
    await client.query(
      `BEGIN READ ONLY; SET LOCAL rounds.scope = 'actor'; SET LOCAL rounds.person = '${LEAD.personId}'; SET LOCAL rounds.organisation = '${ORGANISATION}'`,
    );
    await pipeline(client.query(copyTo(statement)), new Writable({ write: (_chunk, _encoding, done) => done() }));
    await client.query('COMMIT');
    return (performance.now() - begun) / 1000;
  };
  await ours();
  await theirs();
  const both = await alternate(ours, theirs);
  await client.end();
  return { ...both, ratio: median(both.theirs) / median(both.ours), rows, megabytes: bytes / 1e6 };
}

function download(origin: string): Promise<{ rows: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(
      `${origin}${API_PREFIX}/cpd-lead/completion-records/file`,
      { headers: { cookie: `rounds=${LEAD.token}` } },
      (answer) => {
        let rows = -1;
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
          for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) rows++;
        });
        answer.on('end', () => resolve({ rows, bytes }));
        answer.on('error', reject);
      },
    ).on('error', reject);
  });
}
