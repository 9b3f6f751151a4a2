import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { MailPost } from '../../src/platform/mail/mail-post.ts';
import { aTry, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { anEvent, sendEvents } from '../factories/events.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation, aPassword } from '../factories/identity.ts';
import { asOwner } from '../kit/database.ts';
import { TestApp } from '../kit/test-app.ts';

const NAMES = { givenName: 'Mirabelle', familyName: 'Quillfeather' };
/** Tables that must hold a row of the person before, so that their erasing is seen. */
const PERSONS_OWN = [
  'attempt',
  'completion',
  'cpd_record',
  'credential',
  'discussion_participant',
  'event_set_aside',
  'hand_in',
  'learner_event',
  'mark',
  'membership',
  'module_start',
  'one_use_link',
  'person_preference',
  'post',
  'problem_report',
  'recertification',
  'reflection',
  'role_grant',
  'session',
  'sign_off',
  'statement_outbox',
  'storage_warning',
];
let app: TestApp;
let northgate: AnOrganisation;
let version: APublishedVersion;

beforeAll(async () => {
  app = await TestApp.start({ demo: true });
  northgate = await app.system((tx) => anOrganisation(tx));
  version = await aPublishedVersion(app);
});
afterAll(() => app.stop());

/** Somebody who has left a row wherever a person can. */
async function aFullLife(): Promise<AMember & { email: string }> {
  const email = `${randomUUID()}@trust.test`;
  const member = { ...(await aMember(app, northgate, { ...NAMES, email, roles: [{ role: 'reviewer' }] })), email };
  await aPassword(app, member.personId);
  await sendEvents(app, member, [anEvent(version), anEvent(version, { id: 'no uuid' })]);
  const result = await submitted(app, member, aTry(member, version));
  expect(result.passed).toBe(true);
  const discussions = '/api/v1/learner/discussions';
  const { body } = await app.as(member.token).post(discussions).send({ pathId: version.pathId }).expect(201);
  const line = 'Mirabelle will look first';
  await app.as(member.token).post(`${discussions}/confirmations`).send({ code: body.code, line }).expect(200);
  await app.system(async (tx) => {
    const { personId, organisationId, unitId } = member;
    const [completion] = await tx.rows<{ id: string }>('SELECT id FROM completion WHERE person_id = $1', [personId]);
    await tx.rows(
      `INSERT INTO reflection (id, person_id, completion_id, learnt, means, will_do, written_at, received_at)
       VALUES ($1, $2, $3, 'Quillfeather', '', '', now(), now())`,
      [randomUUID(), personId, completion!.id],
    );
    const asker = await aMember(app, northgate);
    await tx.rows(
      `INSERT INTO recertification (id, person_id, organisation_id, unit_id, module_id, completion_id, reason, asked_by, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'Mirabelle, once more', $7, now())`,
      [randomUUID(), personId, organisationId, unitId, version.moduleId, completion!.id, asker.personId],
    );
    await tx.rows(
      'INSERT INTO storage_warning (person_id, opening_id, organisation_id, warned_at) VALUES ($1, $2, $3, now())',
      [personId, randomUUID(), organisationId],
    );
    await tx.rows(`INSERT INTO person_preference (person_id, theme, changed_at) VALUES ($1, 'dark', now())`, [
      personId,
    ]);
    await tx.rows(
      `INSERT INTO hand_in (person_id, content_hash, organisation_id, made_at, handed_in_at, accepted, known, set_aside)
       VALUES ($1, '\\x00', $2, now(), now(), 1, 0, 0)`,
      [personId, organisationId],
    );
    await tx.rows(
      `INSERT INTO problem_report (id, person_id, organisation_id, unit_id, version_id, place, text, reported_at)
       VALUES ($1, $2, $3, $4, $5, '{}', 'Mirabelle wonders', now())`,
      [randomUUID(), personId, organisationId, unitId, version.versionId],
    );
    await tx.rows(
      `INSERT INTO sign_off (id, version_id, organisation_id, person_id, person_name, person_title, comment, signed_at)
       VALUES ($1, $2, $3, $4, 'Mirabelle Quillfeather', 'Ward nurse', '', now())`,
      [randomUUID(), version.versionId, organisationId, personId],
    );
    await tx.rows(
      `INSERT INTO one_use_link (token_hash, id, purpose, person_id, created_at, expires_at) VALUES ($1, $2, 'password-reset', $3, now(), now())`,
      [Buffer.from(email), randomUUID(), personId],
    );
    await tx.rows(
      `INSERT INTO demo_mail (id, recipient, subject, text, sent_at) VALUES ($1, $2, '', 'Hello Mirabelle', now())`,
      [randomUUID(), email],
    );
    await tx.rows(
      `INSERT INTO audit_event (id, at, action, actor_person_id, source_address) VALUES ($1, now(), 'test', $2, '192.0.2.200')`,
      [randomUUID(), personId],
    );
    await app.nest.get(MailPost).order(tx, { kind: 'password-reset', key: email, data: { email } });
  });
  return member;
}

const ERASE = 'SELECT erase_person($1, NULL, $2)';
const call = (personId: string, reason: string): string =>
  `SELECT erase_person('${personId}', NULL, ${pg.escapeLiteral(reason)})`;
/** As whoever runs Rounds does it: by the login role, which owns the schema. */
const erase = (personId: string, reason = 'They asked for it on 1 September 2026') =>
  asOwner(app, `BEGIN; SET LOCAL rounds.scope = 'system'; ${call(personId, reason)}; COMMIT`);

/** Every row of every table, as text. */
async function everything(): Promise<string[]> {
  return app.system(async (tx) => {
    const tables = await tx.rows<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE' AND table_name NOT IN ('migrations')`,
    );
    const rows = [];
    for (const { name } of tables)
      rows.push(...(await tx.composed<{ row: string }>(`SELECT '${name}: ' || t::text AS row FROM ${name} t`, [])));
    return rows.map(({ row }) => row);
  });
}

describe('erasing a person', () => {
  it('leaves no name, no address and no record of theirs, and the person only as what others rely on', async () => {
    const member = await aFullLife();
    const before = await everything();
    const tables = new Set(before.filter((row) => row.includes(member.personId)).map((row) => row.split(':')[0]));
    for (const table of PERSONS_OWN) expect([...tables]).toContain(`public.${table}`);
    await erase(member.personId);
    const after = await everything();
    expect(
      after.filter((row) => row.includes('Mirabelle') || row.includes('Quillfeather') || row.includes(member.email)),
    ).toEqual([]);
    const left = after.filter((row) => row.includes(member.personId)).map((row) => row.split(':')[0]);
    expect(new Set(left)).toEqual(
      new Set(['public.person', 'public.discussion', 'public.audit_event', 'public.problem_report', 'public.sign_off']),
    );
    expect(after.some((row) => row.includes('192.0.2.200'))).toBe(false);
    await app.as(member.token).get('/api/v1/person/me').expect(401);
  });

  it('leaves no mail to the address somebody was invited by and never accepted', async () => {
    const { personId } = await aMember(app, northgate);
    const email = 'invited.quillfeather@example.org';
    await app.system(async (tx) => {
      await tx.rows('UPDATE membership SET pending = true, invited_email = $2 WHERE person_id = $1', [personId, email]);
      await app.nest.get(MailPost).order(tx, { kind: 'password-reset', key: email, data: { email } });
    });
    expect((await everything()).some((row) => row.includes(email))).toBe(true);
    await erase(personId);
    expect((await everything()).filter((row) => row.includes(email))).toEqual([]);
  });

  it('touches nobody else', async () => {
    const [other, gone] = [await aMember(app, northgate), await aMember(app, northgate)];
    await submitted(app, other, aTry(other, version));
    const ofOther = (rows: string[]) => rows.filter((row) => row.includes(other.personId)).toSorted();
    const before = ofOther(await everything());
    await erase(gone.personId);
    expect(ofOther(await everything())).toEqual(before);
  });

  it('is audited with its reason, where the organisation sees it', async () => {
    const { personId } = await aMember(app, northgate);
    await erase(personId, 'Their request of 1 September 2026');
    const rows = await app.system((tx) =>
      tx.rows(
        `SELECT organisation_id, detail FROM audit_event WHERE action = 'person.erased' AND subject_person_id = $1`,
        [personId],
      ),
    );
    expect(rows).toEqual([
      { organisation_id: northgate.organisationId, detail: { reason: 'Their request of 1 September 2026' } },
    ]);
  });

  it('needs a reason, somebody to erase, and the scope of the system', async () => {
    const { personId } = await aMember(app, northgate);
    await expect(erase(personId, '  ')).rejects.toThrow('needs a reason');
    await expect(erase(randomUUID())).rejects.toThrow('nobody to erase');
    await expect(asOwner(app, call(personId, 'x'))).rejects.toThrow("system's scope");
    await erase(personId);
    await expect(erase(personId)).rejects.toThrow('nobody to erase');
  });

  it('is not open to the application itself', async () => {
    const { personId } = await aMember(app, northgate);
    await expect(app.system((tx) => tx.rows(ERASE, [personId, 'x']))).rejects.toThrow(/permission denied/);
  });

  it('is the only way: kept rows stay kept, whatever setting is made', async () => {
    const member = await aMember(app, northgate);
    await sendEvents(app, member, [anEvent(version)]);
    for (const statement of ['DELETE FROM learner_event', `UPDATE audit_event SET action = 'x'`]) {
      const trick = app.system(async (tx) => {
        await tx.rows(`SELECT set_config('rounds.erasing', 'on', true)`);
        await tx.rows(statement);
      });
      await expect(trick).rejects.toThrow(/permission denied/);
    }
    await erase((await aMember(app, northgate)).personId);
    await expect(app.system((tx) => tx.rows('DELETE FROM learner_event'))).rejects.toThrow(/permission denied/);
  });

  it('knows every table that points at a person', async () => {
    const { source, tables } = await app.system(async (tx) => ({
      source: (await tx.row<{ prosrc: string }>(`SELECT prosrc FROM pg_proc WHERE proname = 'erase_person'`))!.prosrc,
      tables: await tx.rows<{ name: string }>(
        `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'person'::regclass`,
      ),
    }));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.map(({ name }) => name).filter((name) => !new RegExp(`\\b${name}\\b`).test(source))).toEqual([]);
  });
});
