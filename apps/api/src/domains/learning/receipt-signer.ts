import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ServerSecrets } from '../../platform/secrets/server-secrets.ts';

/** Names the form, so that a later one can be told apart. */
const FORM = 'r1.';
const UUID_BYTES = 16;
const TIME_BYTES = 6;
const SIGNED_BYTES = 2 * UUID_BYTES + TIME_BYTES;

/** Signs when a person was given a version, for the device to send back with what it did there. */
@Injectable()
export class ReceiptSigner {
  constructor(private readonly secrets: ServerSecrets) {}

  give(personId: string, versionId: string, at: Date): string {
    const signed = Buffer.alloc(SIGNED_BYTES);
    signed.set(bytesOf(personId), 0);
    signed.set(bytesOf(versionId), UUID_BYTES);
    signed.writeUIntBE(at.getTime(), 2 * UUID_BYTES, TIME_BYTES);
    return FORM + Buffer.concat([signed, this.signatureOf(signed)]).toString('base64url');
  }

  /** When this person was first given each version, by these receipts. Others', and forged ones, are passed over. */
  read(personId: string, receipts: readonly string[]): Map<string, Date> {
    const given = new Map<string, Date>();
    for (const receipt of receipts) {
      const one = this.readOne(personId, receipt);
      if (one === null) continue;
      const known = given.get(one.versionId);
      if (known === undefined || one.at < known) given.set(one.versionId, one.at);
    }
    return given;
  }

  private readOne(personId: string, receipt: string): { versionId: string; at: Date } | null {
    if (!receipt.startsWith(FORM)) return null;
    const bytes = Buffer.from(receipt.slice(FORM.length), 'base64url');
    const [signed, signature] = [bytes.subarray(0, SIGNED_BYTES), bytes.subarray(SIGNED_BYTES)];
    const right = this.signatureOf(signed);
    if (signature.length !== right.length || !timingSafeEqual(signature, right)) return null;
    if (!signed.subarray(0, UUID_BYTES).equals(bytesOf(personId))) return null;
    return {
      versionId: uuidOf(signed.subarray(UUID_BYTES, 2 * UUID_BYTES)),
      at: new Date(signed.readUIntBE(2 * UUID_BYTES, TIME_BYTES)),
    };
  }

  private signatureOf(signed: Buffer): Buffer {
    return createHmac('sha256', this.secrets.derive('receipt/1', 32)).update(signed).digest();
  }
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
