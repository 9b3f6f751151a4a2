import { Injectable } from '@nestjs/common';
import type { LearnerEvent, SetAsideReason, TimedBy } from '@rounds/contracts/event';
import type { ProblemCode } from '@rounds/contracts/problem';
import type { ReadTx, Tx } from '../../platform/db.ts';
import { v5 } from '../../platform/uuid.ts';

/** Who sends, and from where. The unit is that of the main post when the event arrives. */
export type Sender = { personId: string; organisationId: string; unitId: string };
export type AcceptedEvent = { event: LearnerEvent; occurredAt: Date; timedBy: TimedBy };
export type KnownEvent = { content: 'same' | 'other'; timedBy: TimedBy };
/** `payload`: as sent, made fit to keep. `reason`: of an attempt, what it was refused with. */
export type EventSetAside = { eventId: string; reason: SetAsideReason | ProblemCode; payload: object };

@Injectable()
export class LearnerEventStore {
  /** Which of these the person has sent before, and whether with the same content. */
  async known(tx: ReadTx, personId: string, events: readonly LearnerEvent[]): Promise<Map<string, KnownEvent>> {
    if (events.length === 0) return new Map();
    const rows = await tx.rows<KnownEvent & { id: string }>(KNOWN, [
      personId,
      JSON.stringify(events.map((event) => ({ id: event.id, event }))),
    ]);
    return new Map(rows.map(({ id, ...known }) => [id, known]));
  }

  /** Adds events that are not known yet. */
  async add(
    tx: Tx,
    { personId, organisationId, unitId }: Sender,
    events: readonly AcceptedEvent[],
    receivedAt: Date,
  ): Promise<void> {
    if (events.length === 0) return;
    await tx.rows(ADD, [personId, organisationId, unitId, receivedAt, JSON.stringify(events)]);
  }

  /** Keeps what could not be taken; the same thing again changes nothing. */
  async setAside(
    tx: Tx,
    { personId, organisationId }: Omit<Sender, 'unitId'>,
    events: readonly EventSetAside[],
    receivedAt: Date,
  ): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => ({
      id: v5(personId, JSON.stringify([event.eventId, event.payload])),
      ...event,
    }));
    await tx.rows(SET_ASIDE, [personId, organisationId, receivedAt, JSON.stringify(rows)]);
  }
}

const KNOWN = `
  SELECT k.id, CASE WHEN k.payload = sent.event THEN 'same' ELSE 'other' END AS content, k.timed_by AS "timedBy"
  FROM jsonb_to_recordset($2::jsonb) AS sent(id uuid, event jsonb)
  JOIN learner_event k ON k.person_id = $1 AND k.id = sent.id`;

const ADD = `
  INSERT INTO learner_event (person_id, id, organisation_id, unit_id, kind, v, version_id, device_id, seq, occurred_at, timed_by, zone, received_at, payload)
  SELECT $1, (event->>'id')::uuid, $2, $3, event->>'kind', (event->>'v')::int, (event->>'versionId')::uuid, (event->>'deviceId')::uuid,
    (event->>'seq')::bigint, "occurredAt", "timedBy", event->>'zone', $4, event
  FROM jsonb_to_recordset($5::jsonb) AS sent(event jsonb, "occurredAt" timestamptz, "timedBy" text)`;

const SET_ASIDE = `
  INSERT INTO event_set_aside (id, person_id, organisation_id, event_id, reason, payload, received_at)
  SELECT id, $1, $2, "eventId", reason, payload, $3
  FROM jsonb_to_recordset($4::jsonb) AS sent(id uuid, "eventId" text, reason text, payload jsonb)
  ON CONFLICT (id) DO NOTHING`;
