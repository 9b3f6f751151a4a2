import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { DataSource } from 'typeorm';
import { Sessions, type SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';

type Row = {
  session_id: string;
  person_id: string;
  organisation_id: string | null;
  shared_device: boolean;
  last_seen_at: Date;
  post_unit_ids: string[] | null;
  roles: Actor['roles'];
};

/** SHA-256 of a token: what is kept at rest. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

@Injectable()
export class SessionStore extends Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One prepared look-up, outside a transaction: it runs on every request. */
  async find(token: string): Promise<SignedIn | null> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = await runner.connect();
      const found = await client.query({ name: 'session-actor', text: 'SELECT * FROM session_actor($1, $2)', values: [hashOf(token), this.clock.now()] });
      const row: Row | undefined = found.rows[0];
      return row === undefined ? null : signedIn(row);
    } finally {
      await runner.release();
    }
  }
}

function signedIn(row: Row): SignedIn {
  const { session_id: sessionId, person_id: personId, organisation_id: organisationId, shared_device: sharedDevice } = row;
  const actor = organisationId === null ? null : { personId, organisationId, postUnitIds: row.post_unit_ids ?? [], roles: row.roles };
  return { sessionId, personId, sharedDevice, actor };
}
