import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CompletionRecord,
  type ExportManifest,
  ListedRecord,
  RecordColumn,
  type RecordSort,
} from '@rounds/contracts/completion-records';
import { aTry, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { aMember, type AMember, anOrganisation, type AnOrganisation, aUnit } from '../factories/identity.ts';
import { aCompletion, aStart } from '../factories/records.ts';
import { TestApp } from '../kit/test-app.ts';

const RECORDS = '/api/v1/cpd-lead/completion-records';

let app: TestApp;
let trust: AnOrganisation;
let ward: string;
let otherWard: string;
let lead: AMember;
let version: APublishedVersion;
let elsewhere: { lead: AMember; unit: string };

beforeAll(async () => {
  app = await TestApp.start();
  const other = await app.system((tx) => anOrganisation(tx));
  [trust, ward, otherWard] = await app.system(async (tx) => {
    const made = await anOrganisation(tx);
    const parent = { organisationId: made.organisationId, parent: made.rootUnitId };
    return [
      made,
      await aUnit(tx, { ...parent, name: 'Older adults ward' }),
      await aUnit(tx, { ...parent, name: 'Crisis team' }),
    ] as const;
  });
  version = await aPublishedVersion(app);
  lead = await aMember(app, trust, { familyName: 'Yarrow', roles: [{ role: 'cpd-lead', unitId: ward }] });
  const theirLead = await aMember(app, other, { roles: [{ role: 'cpd-lead' }] });
  elsewhere = { lead: theirLead, unit: other.rootUnitId };
  await app.system((tx) => aCompletion(tx, theirLead, version, { unitName: 'Elsewhere' }));
  await fill();
});
afterAll(() => app.stop());

const NAMES = [
  'Bistort',
  'Åkesson',
  'campion',
  '=cmd|calc',
  'Quill, Bramble',
  'Ŵynne',
  "O'Dowd",
  'Line\nBreak',
  'Comfrey',
  'Vetch',
];

/** 70 people of the ward, some completed and some started, and one of another ward. */
async function fill(): Promise<void> {
  for (let at = 0; at < 70; at++) {
    const familyName = at < NAMES.length ? NAMES[at]! : `Person ${String(at).padStart(2, '0')}`;
    const member = await aMember(app, trust, {
      familyName,
      givenName: 'Hazel',
      unitId: ward,
      staffNumber: `N${1000 + at}`,
    });
    await app.system<unknown>((tx) =>
      at % 5 === 4
        ? aStart(tx, member, version)
        : aCompletion(tx, member, version, { unitId: ward, minutes: at % 3, completedOn: `2026-0${1 + (at % 8)}-15` }),
    );
  }
  const outside = await aMember(app, trust, { familyName: 'Outside', unitId: otherWard });
  await app.system((tx) => aCompletion(tx, outside, version, { unitId: otherWard, unitName: 'Crisis team' }));
}

async function allPages(query: string, token = lead.token): Promise<CompletionRecord[]> {
  const rows: CompletionRecord[] = [];
  for (let cursor = ''; ;) {
    const { body } = await app
      .as(token)
      .get(`${RECORDS}?${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
      .expect(200);
    rows.push(...body.records);
    if (body.nextCursor === null) return rows;
    cursor = body.nextCursor;
  }
}

async function file(query: string, token = lead.token) {
  app.clock.forward(1);
  return app
    .as(token)
    .get(`${RECORDS}/file?${query}`)
    .buffer(true)
    .parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
}

/** The manifest once the end is written down, which is a moment after the last byte. */
async function endedManifest(exportId: string): Promise<ExportManifest> {
  for (;;) {
    const { body } = await app.as(lead.token).get(`/api/v1/cpd-lead/exports/${exportId}/manifest`).expect(200);
    if (body.state !== 'begun') return body;
  }
}

/** RFC 4180, read strictly: CRLF between lines, doubled quotes. */
function parseCsv(text: string): string[][] {
  const lines: string[][] = [[]];
  for (let at = 0; at < text.length;) {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
    if (cell === null) throw new Error(`Not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    lines.at(-1)?.push((cell[1] ?? cell[2] ?? '').replaceAll('""', '"'));
    if (cell[3] === '\r\n') lines.push([]);
    at += cell[0].length;
  }
  return lines.slice(0, -1);
}

describe('the table', () => {
  it.each(['name', 'unit', 'module', 'state', 'completedOn', 'minutes'] satisfies RecordSort[])(
    'by %s, both ways, shows every record once',
    async (sort) => {
      const up = await allPages(`sort=${sort}`);
      const down = await allPages(`sort=${sort}&direction=descending`);
      expect(up).toHaveLength(70);
      expect(new Set(up.map(({ recordId }) => recordId)).size).toBe(70);
      expect(down.map(({ recordId }) => recordId)).toEqual(up.map(({ recordId }) => recordId).toReversed());
    },
  );

  it('sorts names as a person would, not by code point', async () => {
    const names = (await allPages('sort=name')).map(({ familyName }) => familyName);
    expect(names.indexOf('Åkesson')).toBeLessThan(names.indexOf('Bistort'));
    expect(names.indexOf('campion')).toBeLessThan(names.indexOf('Comfrey'));
  });

  it.each([
    ['q=bistort', 1],
    ['q=Hazel%20Bistort', 1],
    ['q=n1003', 1],
    ['q=%25', 0],
    ['state=started', 14],
    ['state=completed', 56],
    ['from=2026-03-15&to=2026-03-15', 8],
    ['from=2026-03-16&to=2026-04-14', 0],
    ['staffGroup=Pharmacy', 0],
  ])('filters by %s', async (query, expected) => {
    expect(await allPages(query)).toHaveLength(expected);
    const { body } = await app.as(lead.token).get(`${RECORDS}/total?${query}`).expect(200);
    expect(body).toEqual({ count: expected, over: false });
  });

  it('filters by unit, path and module', async () => {
    expect(await allPages(`unit=${ward}&path=${version.pathId}&module=${version.moduleId}`)).toHaveLength(70);
    expect(await allPages(`module=${version.versionId}`)).toHaveLength(0);
  });

  it('holds nothing that was never to be seen', async () => {
    const { body } = await app.as(lead.token).get(RECORDS).expect(200);
    const allowed = new Set(Object.keys(ListedRecord.shape));
    for (const row of body.records) expect(Object.keys(row).filter((key) => !allowed.has(key))).toEqual([]);
    expect(JSON.stringify(body.records)).not.toMatch(/\d\d:\d\d/);
  });

  it('tells how sure somebody was neither on screen nor in the file', async () => {
    const unitId = await app.system((tx) =>
      aUnit(tx, { organisationId: trust.organisationId, parent: trust.rootUnitId, name: 'Sure team' }),
    );
    const sureLead = await aMember(app, trust, { roles: [{ role: 'cpd-lead', unitId }] });
    const learner = await aMember(app, trust, { unitId });
    const body = aTry(learner, version);
    const certainty = 3 as const;
    const sure = { ...body, responses: body.responses.map((response) => ({ ...response, certainty })) };
    await submitted(app, learner, sure);
    const screen = await app.as(sureLead.token).get(RECORDS).expect(200);
    const file = await app.as(sureLead.token).get(`${RECORDS}/file`).expect(200);
    expect(screen.body.records).toHaveLength(1);
    for (const text of [screen.text, file.text]) expect(text).not.toMatch(/certain|sure(?! team)|confiden/i);
    await app.as(sureLead.token).get(`${RECORDS}/file?columns=certainty`).expect(400);
  });

  it('tells the time of day by no id either', async () => {
    const unitId = await app.system((tx) =>
      aUnit(tx, { organisationId: trust.organisationId, parent: trust.rootUnitId, name: 'Night team' }),
    );
    const nightLead = await aMember(app, trust, { roles: [{ role: 'cpd-lead', unitId }] });
    const learner = await aMember(app, trust, { unitId });
    await submitted(app, learner, aTry(learner, version));
    const { body } = await app.as(nightLead.token).get(RECORDS).expect(200);
    // Version 4 of RFC 9562 is random; version 7 begins with the millisecond.
    expect(body.records.map(({ recordId }: CompletionRecord) => recordId[14])).toEqual(['4']);
  });

  it.each(['score=1', 'passed=true', 'tries=2', 'certainty=3', 'confidence=1'])(
    'does not filter by %s',
    async (query) => {
      expect(await allPages(query)).toHaveLength(70);
    },
  );

  it('is written to the audit log', async () => {
    await app.as(lead.token).get(`${RECORDS}?state=started`).expect(200);
    const rows = await app.system((tx) =>
      tx.rows('SELECT detail FROM audit_event WHERE action = $1 AND actor_person_id = $2', [
        'completion-records.read',
        lead.personId,
      ]),
    );
    expect(rows).toContainEqual({ detail: expect.objectContaining({ state: 'started' }) });
  });

  it('and so is a count, which can be of one person; neither with the words looked for', async () => {
    await app.as(lead.token).get(`${RECORDS}?q=Quietly&state=completed`).expect(200);
    await app.as(lead.token).get(`${RECORDS}/total?q=Quietly&state=completed`).expect(200);
    const rows = await app.system((tx) =>
      tx.rows<{ action: string; detail: object }>(
        `SELECT action, detail FROM audit_event WHERE actor_person_id = $1 AND action LIKE 'completion-records.%'`,
        [lead.personId],
      ),
    );
    for (const action of ['completion-records.read', 'completion-records.counted']) {
      expect(rows).toContainEqual({ action, detail: expect.objectContaining({ words: true, state: 'completed' }) });
    }
    expect(JSON.stringify(rows)).not.toContain('Quietly');
  });
});

describe('rights', () => {
  it('a record of another unit is not there, and asking for that unit answers 404', async () => {
    expect(await allPages('q=Outside')).toEqual([]);
    await app.as(lead.token).get(`${RECORDS}?unit=${otherWard}`).expect(404);
    await app.as(lead.token).get(`${RECORDS}/file?unit=${otherWard}`).expect(404);
  });

  it('a record of another organisation is not there', async () => {
    expect((await allPages('', elsewhere.lead.token)).map(({ unit }) => unit)).toEqual(['Elsewhere']);
    await app.as(lead.token).get(`${RECORDS}?unit=${elsewhere.unit}`).expect(404);
  });

  it('a learner may not', async () => {
    const learner = await aMember(app, trust);
    const { body } = await app.as(learner.token).get(RECORDS).expect(403);
    expect(body.code).toBe('not-allowed');
    await app.as().get(RECORDS).expect(401);
  });

  it("another person's download does not exist", async () => {
    const download = await file('');
    const colleague = await aMember(app, trust, { roles: [{ role: 'cpd-lead', unitId: ward }] });
    const manifest = `/api/v1/cpd-lead/exports/${download.headers['rounds-export']}/manifest`;
    await app.as(lead.token).get(manifest).expect(200);
    await app.as(colleague.token).get(manifest).expect(404);
    await app.as(elsewhere.lead.token).get(manifest).expect(404);
  });
});

describe('the file', () => {
  it('is the table, row for row', async () => {
    const answer = await file('sort=name');
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const bytes: Buffer = answer.body;
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, ...rows] = parseCsv(bytes.subarray(3).toString());
    expect(heading).toEqual(RecordColumn.options);
    const table = await allPages('sort=name');
    const neutral = (text: string): string => (text.startsWith('=') ? `'${text.replaceAll('|', '\\|')}` : text);
    expect(rows).toEqual(
      table.map((record) => [
        neutral(record.familyName),
        record.givenName,
        record.staffNumber ?? '',
        record.organisation,
        record.unit,
        record.staffGroup,
        record.path,
        record.module,
        record.state,
        record.completedOn ?? '',
        '',
        record.version,
        String(record.minutes),
        record.reviewedBy ?? '',
      ]),
    );
  });

  it('leaves a line feed inside a cell as it is, and ends lines with CRLF', async () => {
    const text = (await file('q=Break')).body.toString();
    expect(text).toContain('"Line\nBreak"');
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).toContain('\n');
  });

  it('holds only the columns asked for, in the order of the table', async () => {
    const [heading, first] = parseCsv((await file('q=Bistort&columns=minutes,familyName')).body.subarray(3).toString());
    expect(heading).toEqual(['familyName', 'minutes']);
    expect(first).toEqual(['Bistort', '0']);
  });

  it('refuses a column that does not exist, and writes nothing', async () => {
    const { body } = await app.as(lead.token).get(`${RECORDS}/file?columns=familyName,score`).expect(400);
    expect(body).toMatchObject({ code: 'invalid-request', faults: [{ field: 'query.columns' }] });
  });

  it('is begun and ended in the audit log, and its manifest fits it', async () => {
    const answer = await file('state=completed&q=%3D%27%22');
    const manifest = await endedManifest(String(answer.headers['rounds-export']));
    expect(manifest).toMatchObject({
      schemaVersion: 1,
      state: 'ended',
      timeZone: 'Europe/London',
      filter: { state: 'completed', q: '=\'"' },
      rows: parseCsv(answer.body.subarray(3).toString()).length - 1,
      bytes: answer.body.length,
      sha256: createHash('sha256').update(answer.body).digest('hex'),
    });
    const { body: list } = await app.as(lead.token).get('/api/v1/cpd-lead/exports').expect(200);
    expect(list.exports[0]).toEqual(manifest);
  });
});
