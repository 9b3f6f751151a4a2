import { Injectable } from '@nestjs/common';
import type { LearnerEventOf } from '@rounds/contracts/event';
import type { Tx } from '../../platform/db.ts';
import { v5 } from '../../platform/uuid.ts';

export type ProblemReport = {
  /** Of the learner event: sent again, it changes nothing. Unique for the person. */
  eventId: string;
  personId: string;
  organisationId: string;
  /** The sender's unit as at the time. */
  unitId: string;
  versionId: string;
  place: LearnerEventOf<'problem-reported'>['place'];
  text: string;
  reportedAt: Date;
};

export type ProblemAnswer = {
  answerId: string;
  reportId: string;
  organisationId: string;
  /** Who answers. */
  personId: string;
  text: string;
  answeredAt: Date;
};

@Injectable()
export class ProblemReportStore {
  /** Adds the reports of one batch of events; one that was added before changes nothing. */
  async add(tx: Tx, reports: readonly ProblemReport[]): Promise<void> {
    if (reports.length === 0) return;
    const rows = reports.map((report) => ({ id: v5(report.personId, report.eventId), ...report }));
    await tx.rows(ADD, [JSON.stringify(rows)]);
  }

  /** False where the report is answered already. */
  async answer(tx: Tx, answer: ProblemAnswer): Promise<boolean> {
    const { answerId, reportId, organisationId, personId, text, answeredAt } = answer;
    const row = await tx.row<{ id: string }>(
      `INSERT INTO problem_answer (id, report_id, organisation_id, person_id, text, answered_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (report_id) DO NOTHING RETURNING id`,
      [answerId, reportId, organisationId, personId, text, answeredAt],
    );
    return row !== null;
  }
}

const ADD = `
  INSERT INTO problem_report (id, person_id, organisation_id, unit_id, version_id, place, text, reported_at)
  SELECT id, "personId", "organisationId", "unitId", "versionId", place, text, "reportedAt"
  FROM jsonb_to_recordset($1::jsonb) AS report(id uuid, "personId" uuid, "organisationId" uuid, "unitId" uuid, "versionId" uuid,
    place jsonb, text text, "reportedAt" timestamptz)
  ON CONFLICT (id) DO NOTHING`;
