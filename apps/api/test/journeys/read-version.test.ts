import { randomUUID } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LearnerDocument } from '@rounds/contracts/learner-document';
import { type APublishedVersion, aPublishedVersion, retire } from '../factories/content.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

let app: TestApp;
let ours: AnOrganisation;
let learner: AMember;
let stranger: AMember;
let library: APublishedVersion;
let own: APublishedVersion;

beforeAll(async () => {
  app = await TestApp.start();
  ours = await app.system((tx) => anOrganisation(tx));
  const theirs = await app.system((tx) => anOrganisation(tx));
  learner = await aMember(app, ours);
  stranger = await aMember(app, theirs);
  const media = [{ file: 'two-lines.svg', mediaType: 'image/svg+xml', bytes: Buffer.from(SVG) }];
  library = await aPublishedVersion(app, { media });
  own = await aPublishedVersion(app, { organisationId: ours.organisationId, media });
});
afterAll(() => app.stop());

const addressOf = ({ versionId }: { versionId: string }) => `/api/v1/learner/versions/${versionId}/document`;
const read = (who: AMember, of: { versionId: string }) => app.as(who.token).get(addressOf(of));

describe("a version's document", () => {
  it('arrives as stored, whole and without a quiz key', async () => {
    const { body, text, headers } = await read(learner, library).set('accept-encoding', 'identity').expect(200);
    expect(body).toEqual(library.learnerDocument);
    expect(Object.keys(body).length).toBe(Object.keys(LearnerDocument.parse(body)).length);
    expect(text).not.toContain('-secret');
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text));
  });

  it('arrives with Brotli for a client that takes it, as the stored bytes', async () => {
    const answer = await app.nest.inject({
      method: 'GET',
      url: addressOf(library),
      headers: { cookie: `rounds=${learner.token}`, 'accept-encoding': 'gzip, br' },
    });
    expect(answer.headers['content-encoding']).toBe('br');
    const [stored] = await app.system((tx) =>
      tx.rows<{ brotli: Buffer }>('SELECT learner_document_br AS brotli FROM module_version WHERE id = $1', [
        library.versionId,
      ]),
    );
    expect(answer.rawPayload.equals(stored!.brotli)).toBe(true);
    expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toEqual(library.learnerDocument);
  });

  it('is not sent again to a client that has it', async () => {
    const first = await read(learner, library).expect(200);
    const again = await read(learner, library).set('if-none-match', `"other", ${first.headers['etag']}`).expect(304);
    expect(again.text).toBe('');
    expect(again.headers['etag']).toBe(first.headers['etag']);
    await read(learner, library).set('if-none-match', '"other"').expect(200);
  });

  it("of one's own organisation is read, and of another organisation does not exist", async () => {
    await read(stranger, own).expect(404);
    await read(learner, own).expect(200);
    // Now in memory, put there by someone who may see it.
    const { body } = await read(stranger, own).expect(404);
    expect(body.code).toBe('not-found');
  });

  it('is refused to one who is signed out, and where there is none', async () => {
    const { body } = await app.as().get(addressOf(library)).expect(401);
    expect(body.code).toBe('signed-out');
    await read(learner, { versionId: randomUUID() }).expect(404);
    await read(learner, { versionId: "'; DROP TABLE module_version; --" }).expect(404);
  });

  it('once retired, stays for people with records of it alone', async () => {
    const version = await aPublishedVersion(app);
    const other = await aMember(app, ours);
    await read(learner, version).expect(200);
    await app.system((tx) =>
      tx.rows(
        `INSERT INTO learner_event (person_id, id, organisation_id, unit_id, kind, v, version_id, device_id, seq, occurred_at, zone, received_at, payload)
         VALUES ($1, $2, $3, $4, 'card-viewed', 1, $5, $2, 1, $6, 'Europe/London', $6, '{}')`,
        [learner.personId, randomUUID(), ours.organisationId, learner.unitId, version.versionId, app.clock.now()],
      ),
    );
    await app.system((tx) => retire(tx, version.versionId, app.clock.now()));
    app.clock.forward(1);
    await read(learner, version).expect(200);
    await read(other, version).expect(404);
  });
});

describe('a picture', () => {
  const picture = (who: AMember, of: { versionId: string }, file = 'two-lines.svg') =>
    app.as(who.token).get(`/api/v1/learner/versions/${of.versionId}/media/${file}`);

  it('arrives with its type, and can run nothing', async () => {
    const { headers, body } = await picture(learner, own).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect(body.toString()).toBe(SVG);
    await picture(learner, own).set('if-none-match', headers['etag']!).expect(304);
  });

  it('that is missing, oddly named or of another organisation does not exist', async () => {
    await picture(learner, own, 'none.svg').expect(404);
    await picture(learner, own, '..%2F..%2Fetc%2Fpasswd').expect(404);
    await picture(stranger, own).expect(404);
    await app.as().get(`/api/v1/learner/versions/${own.versionId}/media/two-lines.svg`).expect(401);
  });
});
