import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { HandInContent, type HandInFile } from '@rounds/contracts/hand-in';
import { openHandIn } from '@rounds/sealing/open-hand-in';
import { MembershipStore } from '../../domains/identity/membership.store.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { ServerSecrets } from '../../platform/secrets/server-secrets.ts';

/** `contentHash`: SHA-256 of what was sealed. */
export type OpenedHandIn = { content: HandInContent; contentHash: Buffer };

/** Opens a file for the person and the organisation it was made for, and tells nobody else what is in it. */
@Injectable()
export class OpenHandInFile {
  constructor(
    private readonly db: Db,
    private readonly secrets: ServerSecrets,
    private readonly memberships: MembershipStore,
  ) {}

  async run(actor: Actor, file: HandInFile): Promise<OpenedHandIn> {
    const { keyId, privateKey } = this.secrets.sealingKey;
    const bytes = file.keyId === keyId ? await openHandIn(privateKey, file) : null;
    const content = bytes === null ? null : read(bytes);
    if (bytes === null || content === null) throw notReadable();
    const [personId, organisationId] = content.owner.split('/');
    if (personId !== actor.personId) throw notYours();
    if (organisationId !== actor.organisationId) throw await this.ofOtherOrganisation(actor, organisationId);
    return { content, contentHash: createHash('sha256').update(bytes).digest() };
  }

  /** Names the organisation if it is open to the person: then they can switch to it. */
  private async ofOtherOrganisation(actor: Actor, organisationId: string | undefined): Promise<Refusal> {
    const open = await this.db.read(actor, (tx) => this.memberships.openOf(tx, actor.personId));
    const theirs = open.find((one) => one.organisationId === organisationId);
    const detail = theirs
      ? `Nothing was taken. Switch to ${theirs.name}, and hand it in there.`
      : 'Nothing was taken. It can be handed in only while you are a member of that organisation.';
    return new Refusal('file-of-other-organisation', 'This file was made in another organisation', { detail });
  }
}

function read(bytes: Uint8Array): HandInContent | null {
  try {
    const parsed = HandInContent.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function notReadable(): Refusal {
  const detail =
    'Nothing was taken. It may be damaged, or not from here. The work is still on the device it was made on.';
  return new Refusal('file-not-readable', 'This file cannot be opened', { detail });
}

function notYours(): Refusal {
  const detail = 'Nothing was taken. Only the person who saved it can hand it in, signed in as themselves.';
  return new Refusal('file-not-yours', 'This file belongs to somebody else', { detail });
}
