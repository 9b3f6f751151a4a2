import { randomUUID } from 'node:crypto';
import { ProblemReportStore } from '../../src/domains/content/problem-report.store.ts';
import { AuditLog } from '../../src/platform/audit/audit-log.ts';
import { hashOf } from '../../src/platform/auth/secret-token.ts';
import { v5 } from '../../src/platform/uuid.ts';
import { aTry, submitted } from '../factories/attempts.ts';
import { aPublishedVersion } from '../factories/content.ts';
import { type AMember, aUnit } from '../factories/identity.ts';
import type { TestApp } from '../kit/test-app.ts';

/** How far away somebody is to whom a row must not exist. */
export type Distance = 'another organisation' | 'another unit' | 'another person';

const EVERYBODY: readonly Distance[] = ['another organisation', 'another unit', 'another person'];
const OTHER_UNITS: readonly Distance[] = ['another organisation', 'another unit'];
const OTHER_ORGANISATIONS: readonly Distance[] = ['another organisation'];

/**
 * Every parameter in the paths of the API: from whom the row it names is hidden. `aWorld` makes such a row of each kind.
 * Content of an organisation belongs to all of it; people and units to the administrators who have them in hand.
 */
export const HIDDEN_FROM: Readonly<Record<string, readonly Distance[]>> = {
  attemptId: EVERYBODY,
  completionId: EVERYBODY,
  discussionId: EVERYBODY,
  exportId: EVERYBODY,
  sessionId: EVERYBODY,
  personId: OTHER_UNITS,
  postId: OTHER_UNITS,
  roleGrantId: OTHER_UNITS,
  linkId: OTHER_UNITS,
  recordId: OTHER_UNITS,
  unitId: OTHER_UNITS,
  reportId: OTHER_ORGANISATIONS,
  versionId: OTHER_ORGANISATIONS,
  file: OTHER_ORGANISATIONS,
  moduleId: OTHER_ORGANISATIONS,
  pathId: OTHER_ORGANISATIONS,
  itemId: OTHER_ORGANISATIONS,
  itemVersionId: OTHER_ORGANISATIONS,
};

export type World = Readonly<Record<string, string>>;

/** One row of everything that a path can name, around a member, by parameter. */
export async function aWorld(app: TestApp, member: AMember): Promise<World> {
  const content = await theirContent(app, member);
  const { attemptId } = await submitted(app, member, aTry(member, content.version));
  const completion = await app.system((tx) =>
    tx.row<{ id: string }>('SELECT id FROM completion WHERE attempt_id = $1', [attemptId]),
  );
  return {
    ...content.ids,
    ...(await theirPlace(app, member)),
    attemptId,
    completionId: completion?.id ?? '',
    recordId: completion?.id ?? '',
    discussionId: await aDiscussion(app, member, content.version.pathId),
    exportId: await anExport(app, member),
    reportId: await aReport(app, member, content.version.versionId),
  };
}

async function theirContent(app: TestApp, { organisationId }: AMember) {
  const media = [
    { file: 'doors.svg', mediaType: 'image/svg+xml', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ];
  const version = await aPublishedVersion(app, { organisationId, media });
  const { versionId, moduleId, pathId } = version;
  const item = await app.system((tx) =>
    tx.row<{ itemId: string; itemVersionId: string }>(
      `SELECT e.item_id AS "itemId", e.id AS "itemVersionId" FROM module_version_item i JOIN item_version e ON e.id = i.item_version_id
       WHERE i.version_id = $1 LIMIT 1`,
      [versionId],
    ),
  );
  return {
    version,
    ids: {
      versionId,
      moduleId,
      pathId,
      file: 'doors.svg',
      itemId: item?.itemId ?? '',
      itemVersionId: item?.itemVersionId ?? '',
    },
  };
}

async function theirPlace(app: TestApp, { personId, organisationId, unitId }: AMember) {
  const [roleGrantId, linkId] = [randomUUID(), randomUUID()];
  return app.system(async (tx) => {
    await tx.rows(
      `INSERT INTO role_grant (id, person_id, organisation_id, role, unit_id, granted_at) VALUES ($1, $2, $3, 'educator', $4, now())`,
      [roleGrantId, personId, organisationId, await aUnit(tx, { organisationId, parent: unitId })],
    );
    await tx.rows(
      `INSERT INTO one_use_link (token_hash, id, purpose, person_id, organisation_id, created_at, expires_at) VALUES ($1, $2, 'invitation', $3, $4, now(), '2099-01-01')`,
      [hashOf(linkId), linkId, personId, organisationId],
    );
    const post = await tx.row<{ id: string }>('SELECT id FROM post WHERE person_id = $1 AND organisation_id = $2', [
      personId,
      organisationId,
    ]);
    const session = await tx.row<{ id: string }>('SELECT id FROM session WHERE person_id = $1', [personId]);
    const empty = await aUnit(tx, { organisationId, parent: unitId });
    return { personId, roleGrantId, linkId, postId: post?.id ?? '', sessionId: session?.id ?? '', unitId: empty };
  });
}

async function aDiscussion(app: TestApp, { token }: AMember, pathId: string): Promise<string> {
  const { body } = await app.as(token).post('/api/v1/learner/discussions').send({ pathId }).expect(201);
  return body.discussionId;
}

function anExport(app: TestApp, { personId, organisationId }: AMember): Promise<string> {
  const detail = { what: 'completion-records', filter: {}, columns: ['familyName'], timeZone: 'Europe/London' };
  return app.system((tx) =>
    app.nest
      .get(AuditLog)
      .add(tx, { at: app.clock.now(), action: 'export.begun', actorPersonId: personId, organisationId, detail }),
  );
}

async function aReport(
  app: TestApp,
  { personId, organisationId, unitId }: AMember,
  versionId: string,
): Promise<string> {
  const eventId = randomUUID();
  const place = { kind: 'card', cardId: 'decide' } as const;
  const report = {
    eventId,
    personId,
    organisationId,
    unitId,
    versionId,
    place,
    text: 'A typing error',
    reportedAt: app.clock.now(),
  };
  await app.system((tx) => app.nest.get(ProblemReportStore).add(tx, [report]));
  return v5(personId, eventId);
}
