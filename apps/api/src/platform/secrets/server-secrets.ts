import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import type { webcrypto } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.ts';
import { Db, SYSTEM } from '../db.ts';

/** A key pair on P-256 that others seal to. `publicKey`: SPKI; `keyId` follows from it. */
export type SealingKey = { keyId: string; publicKey: Buffer; privateKey: webcrypto.CryptoKey };

const P256 = { name: 'ECDH', namedCurve: 'P-256' };

/**
 * What this installation alone knows. Made at the first start and kept in the database, so that all processes, and the
 * next ones, have the same; in no log and no answer.
 */
@Injectable()
export class ServerSecrets implements OnModuleInit {
  private root: Buffer = Buffer.alloc(0);
  private sealing: SealingKey | null = null;

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.root = await this.keep('root', randomBytes(32));
    this.sealing = await sealingKey(await this.keep('sealing', newPrivateKey()));
  }

  /** A secret of its own for each purpose: HKDF-SHA-256 (RFC 5869), of which no one leads to another. */
  derive(purpose: string, bytes: number): Buffer {
    if (this.root.length === 0) throw new Error('Secrets are there once the modules have begun');
    return Buffer.from(hkdfSync('sha256', this.root, '', purpose, bytes));
  }

  get sealingKey(): SealingKey {
    if (this.sealing === null) throw new Error('Secrets are there once the modules have begun');
    return this.sealing;
  }

  /** The first one kept under a name is the secret, whoever of several first starts it was. */
  private keep(name: string, fresh: Buffer): Promise<Buffer> {
    return this.db.transaction(SYSTEM, async (tx) => {
      await tx.rows(
        'INSERT INTO server_secret (name, secret, made_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING',
        [name, fresh, this.clock.now()],
      );
      const kept = await tx.row<{ secret: Buffer }>('SELECT secret FROM server_secret WHERE name = $1', [name]);
      if (kept === null) throw new Error(`The secret called ${name} is gone`);
      return kept.secret;
    });
  }
}

function newPrivateKey(): Buffer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: P256.namedCurve });
  return privateKey.export({ type: 'pkcs8', format: 'der' });
}

async function sealingKey(pkcs8: Buffer): Promise<SealingKey> {
  const publicKey = createPublicKey(createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })).export({
    type: 'spki',
    format: 'der',
  });
  const keyId = createHash('sha256').update(publicKey).digest('base64url').slice(0, 16);
  const privateKey = await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), P256, false, ['deriveBits']);
  return { keyId, publicKey, privateKey };
}
