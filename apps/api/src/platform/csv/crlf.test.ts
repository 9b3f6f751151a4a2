import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CrlfLines } from './crlf.ts';
import { csvLine } from './csv-safe.ts';

async function through(chunks: Buffer[]): Promise<{ text: string; lines: number }> {
  const crlf = new CrlfLines();
  const parts: Buffer[] = [];
  for await (const part of Readable.from(chunks).pipe(crlf)) parts.push(Buffer.from(part));
  return { text: Buffer.concat(parts).toString(), lines: crlf.lines };
}

describe('CrlfLines', () => {
  it('ends lines with CRLF and leaves line feeds inside quotes alone', async () => {
    expect(await through([Buffer.from('a,"b\nc"\nd,"e""\n""f"\n')])).toEqual({
      text: 'a,"b\nc"\r\nd,"e""\n""f"\r\n',
      lines: 2,
    });
  });

  it('gives the same whatever the chunks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\n', ',', 'ŵ', '=') });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        async (rows, size) => {
          const lines = rows.map((row) => csvLine(row));
          const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
          const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
            bytes.subarray(at * size, (at + 1) * size),
          );
          expect(await through(chunks)).toEqual({
            text: lines.map((line) => `${line}\r\n`).join(''),
            lines: rows.length,
          });
        },
      ),
    );
  });
});
