import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { VersionForReview } from '@rounds/contracts/sign-off';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';
import { ascending } from '../kit/ascending.ts';

const BODY = { haveRead: true, comment: 'Fit for our wards.' };

let app: TestApp;
let ours: AnOrganisation;
let theirs: AnOrganisation;
let reviewer: AMember;
let educator: AMember;
let stranger: AMember;

beforeAll(async () => {
  app = await TestApp.start();
  ours = await app.system((tx) => anOrganisation(tx));
  theirs = await app.system((tx) => anOrganisation(tx));
  reviewer = await aMember(app, ours, {
    givenName: 'Wren',
    familyName: 'Hollis',
    title: 'Practice educator',
    roles: [{ role: 'reviewer' }, { role: 'educator' }],
  });
  educator = await aMember(app, ours, { roles: [{ role: 'educator' }] });
  stranger = await aMember(app, theirs, { roles: [{ role: 'reviewer' }] });
});
afterAll(() => app.stop());

const unreviewed = (organisation?: AnOrganisation) =>
  aPublishedVersion(app, { reviewedBy: null, organisationId: organisation?.organisationId ?? null });
const address = ({ versionId }: Pick<APublishedVersion, 'versionId'>) => `/api/v1/educator/versions/${versionId}`;
const sign = (who: AMember, version: Pick<APublishedVersion, 'versionId'>, body: object = BODY) =>
  app
    .as(who.token)
    .post(`${address(version)}/sign-off`)
    .send(body);
const list = async (
  who: AMember,
  query = '',
): Promise<{ versions: VersionForReview[]; waiting: number; nextCursor: string | null }> =>
  (await app.as(who.token).get(`/api/v1/educator/versions${query}`).expect(200)).body;
const signOffs = (version: APublishedVersion) =>
  app.system((tx) =>
    tx.rows<{ person_id: string; comment: string }>('SELECT * FROM sign_off WHERE version_id = $1', [
      version.versionId,
    ]),
  );

describe('signing a version off', () => {
  it('vouches for it by name in the organisation, and is in the audit log', async () => {
    const version = await unreviewed();
    const { body } = await sign(reviewer, version).expect(201);
    expect(body).toMatchObject({
      versionId: version.versionId,
      state: 'signed-off',
      reviewedBy: { name: 'Wren Hollis', role: 'Practice educator', on: '2026-09-01', where: 'organisation' },
    });
    const page = await app.as(educator.token).get(`/api/v1/learner/modules/${version.moduleId}`).expect(200);
    expect(page.body).toMatchObject({ reviewedBy: body.reviewedBy, credit: { counts: true, reason: null } });
    const [entry] = await app.system((tx) =>
      tx.rows<object>(`SELECT * FROM audit_event WHERE action = 'version.signed-off' AND detail->>'versionId' = $1`, [
        version.versionId,
      ]),
    );
    expect(entry).toMatchObject({ actor_person_id: reviewer.personId, organisation_id: ours.organisationId });
  });

  it('vouches for it nowhere else', async () => {
    const version = await unreviewed();
    await sign(reviewer, version).expect(201);
    const page = await app.as(stranger.token).get(`/api/v1/learner/modules/${version.moduleId}`).expect(200);
    expect(page.body).toMatchObject({ reviewedBy: null, credit: { counts: false, reason: 'not-reviewed' } });
    await sign(stranger, version).expect(201);
    expect(await signOffs(version)).toHaveLength(2);
  });

  it('is done once, even at the same time', async () => {
    const version = await unreviewed();
    const second = await aMember(app, ours, { roles: [{ role: 'reviewer' }] });
    const answers = await Promise.all([sign(reviewer, version), sign(second, version), sign(reviewer, version)]);
    expect(ascending(answers.map(({ status }) => status))).toEqual([201, 409, 409]);
    expect((await sign(second, version).expect(409)).body.code).toBe('already-done');
    expect(await signOffs(version)).toHaveLength(1);
  });

  it('is not needed where the files name a reviewer', async () => {
    const version = await aPublishedVersion(app);
    expect((await sign(reviewer, version).expect(409)).body.code).toBe('already-done');
    expect(await signOffs(version)).toEqual([]);
  });

  it('keeps name and title as they were, whatever becomes of the person', async () => {
    const version = await unreviewed();
    const person = await aMember(app, ours, { givenName: 'Old', familyName: 'Name', roles: [{ role: 'reviewer' }] });
    await sign(person, version).expect(201);
    await app.system((tx) => tx.rows(`UPDATE person SET family_name = 'Changed' WHERE id = $1`, [person.personId]));
    const { body } = await app.as(reviewer.token).get(address(version)).expect(200);
    expect(body.reviewedBy.name).toBe('Old Name');
  });

  it.each([
    [{ comment: '' }, 'haveRead'],
    [{ haveRead: false, comment: '' }, 'haveRead'],
    [{ haveRead: true, comment: 'x'.repeat(501) }, 'comment'],
    [{ haveRead: true, comment: 'a\0b' }, 'comment'],
    [{ haveRead: true }, 'comment'],
  ])('refuses %p, naming the field', async (body, field) => {
    const version = await unreviewed();
    const answer = await sign(reviewer, version, body).expect(400);
    expect(answer.body).toMatchObject({ code: 'invalid-request', faults: [{ field }] });
    expect(await signOffs(version)).toEqual([]);
  });

  it.each(["'; DROP TABLE sign_off; --", '<script>alert(1)</script>', '=1+1', '\u202Edetrevni', '🏥', ''])(
    'keeps the comment %p as it is',
    async (comment) => {
      const version = await unreviewed();
      await sign(reviewer, version, { haveRead: true, comment }).expect(201);
      expect((await app.as(reviewer.token).get(address(version)).expect(200)).body.comment).toBe(comment);
    },
  );

  it('of a version that was taken back is refused', async () => {
    const version = await unreviewed();
    await app.system((tx) => retire(tx, version.versionId, app.clock.now()));
    expect((await sign(reviewer, version).expect(409)).body.code).toBe('version-retired');
  });

  it('of a version of another organisation, or of none, finds nothing', async () => {
    const version = await unreviewed(ours);
    expect((await sign(stranger, version).expect(404)).body.code).toBe('not-found');
    await app.as(stranger.token).get(address(version)).expect(404);
    expect((await list(stranger)).versions.map(({ versionId }) => versionId)).not.toContain(version.versionId);
    await sign(reviewer, { versionId: randomUUID() }).expect(404);
    await app
      .as(reviewer.token)
      .get(address({ versionId: 'nothing' }))
      .expect(404);
    await sign(reviewer, version).expect(201);
  });

  it('is not for educators without the role, for learners, or for one who is signed out', async () => {
    const version = await unreviewed();
    const learner = await aMember(app, ours);
    for (const who of [educator, learner]) {
      expect((await sign(who, version).expect(403)).body.code).toBe('not-allowed');
      await app.as(who.token).get('/api/v1/educator/versions').expect(403);
      await app.as(who.token).get(address(version)).expect(403);
    }
    await app
      .as()
      .post(`${address(version)}/sign-off`)
      .send(BODY)
      .expect(401);
    await app.as().get(address(version)).expect(401);
    await app.as().get('/api/v1/educator/versions').expect(401);
    expect(await signOffs(version)).toEqual([]);
  });

  it('cannot be changed or taken away afterwards', async () => {
    const version = await unreviewed();
    await sign(reviewer, version).expect(201);
    for (const statement of ["UPDATE sign_off SET comment = ''", 'DELETE FROM sign_off', 'TRUNCATE sign_off']) {
      await expect(app.system((tx) => tx.composed(statement, []))).rejects.toThrow(/refused|denied/);
    }
  });
});

describe('reading before signing', () => {
  it('shows what learners see and the quiz with its keys', async () => {
    const version = await unreviewed();
    const { body } = await app.as(reviewer.token).get(address(version)).expect(200);
    expect(body.document).toEqual(version.learnerDocument);
    expect(body.items).toEqual(version.markingDocument.items.map((item) => ({ ...item, mended: false })));
    expect(body).toMatchObject({
      state: 'waiting',
      reviewedBy: null,
      comment: null,
      retired: false,
      changeNote: 'First edition.',
    });
  });

  it('shows a key as it was mended here', async () => {
    const version = await unreviewed();
    const item = version.markingDocument.items[0]!;
    await app.system((tx) =>
      tx.rows(
        `INSERT INTO key_correction (id, item_version_id, organisation_id, person_id, key, reason, corrected_at)
         SELECT $1, e.id, $2, $3, $4, 'It was wrong.', $5 FROM item_version e WHERE e.item_id = $6`,
        [
          randomUUID(),
          ours.organisationId,
          reviewer.personId,
          { kind: 'single-best-answer', optionId: 'c' },
          app.clock.now(),
          item.itemId,
        ],
      ),
    );
    const keyFor = async (who: AMember) => (await app.as(who.token).get(address(version)).expect(200)).body.items[0];
    expect(await keyFor(reviewer)).toMatchObject({ key: { optionId: 'c' }, mended: true });
    expect(await keyFor(stranger)).toMatchObject({ key: { optionId: 'a' }, mended: false });
  });
});

describe('the list', () => {
  it('puts those that wait first, in pages, and counts them', async () => {
    const organisation = await app.system((tx) => anOrganisation(tx));
    const who = await aMember(app, organisation, { roles: [{ role: 'reviewer' }] });
    const own = { organisationId: organisation.organisationId, pathId: randomUUID(), pathPosition: 90 };
    for (let position = 1; position <= 34; position += 1)
      await aPublishedVersion(app, { ...own, position, reviewedBy: null });
    const seen: VersionForReview[] = [];
    let cursor: string | null = '';
    while (cursor !== null && seen.length < 300) {
      const page = await list(who, cursor === '' ? '' : `?cursor=${cursor}`);
      seen.push(...page.versions);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ versionId }) => versionId)).size).toBe(seen.length);
    const waiting = seen.filter(({ state }) => state === 'waiting');
    expect(seen.slice(0, waiting.length)).toEqual(waiting);
    const page = await list(who);
    expect(page.waiting).toBe(waiting.length);
    const inOwnPath = seen.filter(({ pathTitle, reviewedBy }) => pathTitle === 'Starting out' && reviewedBy === null);
    expect(inOwnPath.length).toBeGreaterThanOrEqual(34);
    expect(
      (await list(who, '?state=reviewed-in-files')).versions.every(({ reviewedBy }) => reviewedBy?.where === 'file'),
    ).toBe(true);
    await app.as(who.token).get('/api/v1/educator/versions?state=odd').expect(400);
  });

  it('shows current versions alone', async () => {
    const old = await unreviewed();
    const next = await aPublishedVersion(app, {
      moduleId: old.moduleId,
      pathId: old.pathId,
      minor: 1,
      reviewedBy: null,
    });
    const shown = (await list(reviewer, '?state=waiting')).versions.map(({ versionId }) => versionId);
    expect(shown).toContain(next.versionId);
    expect(shown).not.toContain(old.versionId);
  });
});
