import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Endpoint } from '@rounds/contracts/endpoint';
import { ServerSecrets } from '../secrets/server-secrets.ts';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

type List = Pick<Endpoint, 'path'>;

/**
 * Hides what a cursor says. It holds the sort values of the last row shown, people's names among them, and it travels in
 * addresses, which browsers and proxies write down. Only the list that gave a cursor can open it.
 */
@Injectable()
export class CursorSeal {
  private known: { seal: Buffer; nonce: Buffer } | null = null;

  constructor(private readonly secrets: ServerSecrets) {}

  /** The same cursor always looks the same, so that an answer that is asked for again is the same. */
  seal({ path }: List, cursor: string): string {
    // Made from the content: a nonce comes twice only with the very same message.
    const nonce = createHmac('sha256', this.keys.nonce).update(`${path}\n${cursor}`).digest().subarray(0, NONCE);
    const cipher = createCipheriv(CIPHER, this.keys.seal, nonce).setAAD(Buffer.from(path));
    const hidden = Buffer.concat([cipher.update(cursor, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
  }

  /** Undefined for what this list has not sealed: it then begins at its first page. */
  open({ path }: List, sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length <= NONCE + TAG) return undefined;
    const cipher = createDecipheriv(CIPHER, this.keys.seal, bytes.subarray(0, NONCE))
      .setAAD(Buffer.from(path))
      .setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    try {
      return cipher.update(bytes.subarray(NONCE + TAG), undefined, 'utf8') + cipher.final('utf8');
    } catch {
      return undefined;
    }
  }

  /** A checked query, with its cursor opened where it has one. */
  openQuery(endpoint: List, query: unknown): unknown {
    if (!holds(query, 'cursor')) return query;
    const { cursor: sealed, ...rest } = query;
    const cursor = this.open(endpoint, sealed);
    return cursor === undefined ? rest : { ...rest, cursor };
  }

  /** A checked answer, with the cursor of its next page sealed where there is one. */
  sealAnswer(endpoint: List, answer: unknown): unknown {
    return holds(answer, 'nextCursor') ? { ...answer, nextCursor: this.seal(endpoint, answer.nextCursor) } : answer;
  }

  private get keys(): { seal: Buffer; nonce: Buffer } {
    this.known ??= {
      seal: this.secrets.derive('cursor', 32),
      nonce: this.secrets.derive('cursor-nonce', 32),
    };
    return this.known;
  }
}

function holds<Name extends string>(part: unknown, name: Name): part is Record<Name, string> {
  return typeof part === 'object' && part !== null && typeof Reflect.get(part, name) === 'string';
}
