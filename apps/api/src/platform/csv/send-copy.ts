import { createHash } from 'node:crypto';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import type { ReadTx } from '../db.ts';
import { CrlfLines } from './crlf.ts';
import { csvLine } from './csv-safe.ts';

const BOM = '\uFEFF';

/** What of a file reached the wire. `whole` is false when the reader went away or the query failed. */
export type Sent = { rows: number; bytes: number; sha256: string; whole: boolean };

/** Hashes and counts what passes. */
class Digest extends Transform {
  readonly hash = createHash('sha256');
  bytes = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (fault: null, out: Buffer) => void): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }
}

/**
 * Streams a COPY statement to a writer as UTF-8 CSV with BOM and CRLF, in constant memory. A reader that goes away
 * ends the query: the connection is cut, and the server notices within a second (client_connection_check_interval).
 */
export async function sendCopy(
  tx: ReadTx,
  statement: string,
  headings: readonly string[],
  writer: Writable,
): Promise<Sent> {
  const lines = new CrlfLines();
  const digest = new Digest();
  const sent = (whole: boolean): Sent => ({
    rows: lines.lines,
    bytes: digest.bytes,
    sha256: digest.hash.copy().digest('hex'),
    whole,
  });
  digest.write(Buffer.from(`${BOM}${csvLine(headings)}\r\n`));
  const rows = tx.connection.query(copyTo(statement));
  try {
    await pipeline(rows, lines, digest, writer);
    return sent(true);
  } catch {
    tx.cut();
    return sent(false);
  }
}
