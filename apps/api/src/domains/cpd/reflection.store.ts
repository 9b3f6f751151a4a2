import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db.ts';
import { v5 } from '../../platform/uuid.ts';

/** Of the learner event that brought it: sent again, it changes nothing. */
export type NewReflection = {
  eventId: string;
  completionId: string;
  learnt: string;
  means: string;
  willDo: string;
  writtenAt: Date;
};

@Injectable()
export class ReflectionStore {
  /** Adds what a person wrote about their own completions. */
  async add(tx: Tx, personId: string, reflections: readonly NewReflection[], receivedAt: Date): Promise<void> {
    if (reflections.length === 0) return;
    const rows = reflections.map(({ eventId, ...reflection }) => ({ id: v5(personId, eventId), ...reflection }));
    await tx.rows(ADD, [personId, receivedAt, JSON.stringify(rows)]);
  }
}

const ADD = `
  INSERT INTO reflection (id, person_id, completion_id, learnt, means, will_do, written_at, received_at)
  SELECT id, $1, "completionId", learnt, means, "willDo", "writtenAt", $2
  FROM jsonb_to_recordset($3::jsonb)
    AS written(id uuid, "completionId" uuid, learnt text, means text, "willDo" text, "writtenAt" timestamptz)`;
