import { Transform } from 'node:stream';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * COPY ends its lines with LF; RFC 4180 asks for CRLF. Line feeds inside quotes are part of a cell and stay.
 * Counts the lines ended outside quotes.
 */
export class CrlfLines extends Transform {
  lines = 0;
  private quoted = false;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (fault: Error | null, out: Buffer) => void): void {
    const before = this.lines;
    const ends = this.lineEnds(chunk);
    if (this.lines === before) return done(null, chunk);
    const out = Buffer.allocUnsafe(chunk.length + ends.length);
    let from = 0;
    let to = 0;
    for (const end of ends) {
      to += chunk.copy(out, to, from, end);
      out[to++] = CR;
      from = end;
    }
    chunk.copy(out, to, from);
    done(null, out);
  }

  /** Places of the line feeds that end a line. A doubled quote inside a cell toggles twice, so it needs no care. */
  private lineEnds(chunk: Buffer): number[] {
    const ends: number[] = [];
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === QUOTE) this.quoted = !this.quoted;
      else if (byte === LF && !this.quoted) ends.push(at);
    }
    this.lines += ends.length;
    return ends;
  }
}
