import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import { DataSource } from 'typeorm';
import { hashOf, newToken } from '../../platform/auth/secret-token.ts';
import { Sessions, type SignedIn } from '../../platform/auth/sessions.ts';
import { Clock } from '../../platform/clock.ts';
import { Db, type ReadTx, SYSTEM, type Tx } from '../../platform/db.ts';
import { v7 } from '../../platform/uuid.ts';
import { mustTouch, sessionBounds } from './rules/session-lifetime.ts';
import { SessionEntity } from './session.entity.ts';

type ActorRow = {
  session_id: string;
  person_id: string;
  organisation_id: string | null;
  shared_device: boolean;
  last_seen_at: Date;
  post_unit_ids: string[] | null;
  roles: Actor['roles'];
};

type NewSession = {
  personId: string;
  organisationId: string | null;
  sharedDevice: boolean;
  userAgent: string;
  at: Date;
};

export type OpenSession = {
  sessionId: string;
  organisation: string | null;
  sharedDevice: boolean;
  userAgent: string;
  startedAt: Date;
  lastSeenAt: Date;
};

const LONGEST_USER_AGENT = 300;

@Injectable()
export class SessionStore extends Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly db: Db,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** One prepared look-up, outside a transaction: it runs on every request. Notes the use at most once a minute. */
  async find(token: string): Promise<SignedIn | null> {
    const now = this.clock.now();
    const row = await this.look(token, now);
    if (row === undefined) return null;
    if (mustTouch(row.last_seen_at, now)) await this.touch(row, now);
    return signedIn(row);
  }

  private async look(token: string, now: Date): Promise<ActorRow | undefined> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = await runner.connect();
      const found = await client.query({
        name: 'session-actor',
        text: 'SELECT * FROM session_actor($1, $2)',
        values: [hashOf(token), now],
      });
      return found.rows[0];
    } finally {
      await runner.release();
    }
  }

  private touch({ session_id: sessionId, shared_device: sharedDevice }: ActorRow, now: Date): Promise<unknown> {
    const { idleUntil } = sessionBounds(sharedDevice, now);
    return this.db.transaction(SYSTEM, (tx) =>
      tx.rows('UPDATE session SET last_seen_at = $2, idle_until = $3 WHERE id = $1 AND last_seen_at < $2', [
        sessionId,
        now,
        idleUntil,
      ]),
    );
  }

  /** Returns the cookie's token, which is kept nowhere. */
  async start(tx: Tx, { at, userAgent, ...session }: NewSession): Promise<{ sessionId: string; token: string }> {
    const token = newToken();
    const sessionId = v7(at);
    await tx.em.insert(SessionEntity, {
      tokenHash: hashOf(token),
      id: sessionId,
      ...session,
      userAgent: userAgent.slice(0, LONGEST_USER_AGENT),
      createdAt: at,
      lastSeenAt: at,
      ...sessionBounds(session.sharedDevice, at),
      endedAt: null,
    });
    return { sessionId, token };
  }

  /** What a person is signed in on now, the latest used first. */
  openOf(tx: ReadTx | Tx, personId: string, now: Date): Promise<OpenSession[]> {
    return tx.rows(
      `SELECT s.id AS "sessionId", o.name AS organisation, s.shared_device AS "sharedDevice", s.user_agent AS "userAgent",
         s.created_at AS "startedAt", s.last_seen_at AS "lastSeenAt"
       FROM session s LEFT JOIN organisation o ON o.id = s.organisation_id
       WHERE s.person_id = $1 AND s.ended_at IS NULL AND s.idle_until > $2 AND s.expires_at > $2 ORDER BY s.last_seen_at DESC, s.id`,
      [personId, now],
    );
  }

  /** The same session, for another organisation from now on. */
  async chooseOrganisation(tx: Tx, sessionId: string, organisationId: string): Promise<void> {
    await tx.rows('UPDATE session SET organisation_id = $2 WHERE id = $1', [sessionId, organisationId]);
  }

  /** The one a browser brought along, before it gets another. */
  async endByToken(tx: Tx, token: string, at: Date): Promise<void> {
    await tx.rows('UPDATE session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL', [hashOf(token), at]);
  }

  /** False when the person has no such open session. */
  async end(tx: Tx, personId: string, sessionId: string, at: Date): Promise<boolean> {
    const ended = await tx.row(
      'UPDATE session SET ended_at = $3 WHERE person_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id',
      [personId, sessionId, at],
    );
    return ended !== null;
  }

  /** Everywhere, but for one session if it is named. */
  async endAll(tx: Tx, personId: string, at: Date, except: string | null = null): Promise<void> {
    await tx.rows(
      'UPDATE session SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3::uuid',
      [personId, at, except],
    );
  }

  /** When a membership is suspended; sessions in other organisations go on. Needs the system's scope. */
  async endInOrganisation(tx: Tx, personId: string, organisationId: string, at: Date): Promise<void> {
    await tx.rows(
      'UPDATE session SET ended_at = $3 WHERE person_id = $1 AND organisation_id = $2 AND ended_at IS NULL',
      [personId, organisationId, at],
    );
  }

  /** Forgets sessions that were over before an instant. */
  async forgetOver(tx: Tx, before: Date): Promise<void> {
    await tx.rows('DELETE FROM session WHERE least(ended_at, idle_until, expires_at) < $1', [before]);
  }
}

function signedIn(row: ActorRow): SignedIn {
  const {
    session_id: sessionId,
    person_id: personId,
    organisation_id: organisationId,
    shared_device: sharedDevice,
  } = row;
  const actor =
    organisationId === null
      ? null
      : { personId, organisationId, postUnitIds: row.post_unit_ids ?? [], roles: row.roles };
  return { sessionId, personId, sharedDevice, actor };
}
