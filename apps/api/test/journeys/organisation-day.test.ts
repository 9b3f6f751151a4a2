import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CompletionRecord } from '@rounds/contracts/completion-records';
import type { CpdEntry } from '@rounds/contracts/cpd-record';
import { aTry, submitted } from '../factories/attempts.ts';
import { type APublishedVersion, aPublishedVersion } from '../factories/content.ts';
import { type AMember, aMember, type AnOrganisation, anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const RECORDS = '/api/v1/cpd-lead/completion-records';

type Pass = { familyName: string; at: string; zone: string; theirDay: string; ourDay: string };

/** Of an organisation in London, in the order of its days; `theirDay` is the date where the learner was. */
const PASSES: Pass[] = [
  {
    familyName: 'Last of winter',
    at: '2026-03-28T23:30:00Z',
    zone: 'Etc/UTC',
    theirDay: '2026-03-28',
    ourDay: '2026-03-28',
  },
  {
    familyName: 'First of summer',
    at: '2026-03-29T23:30:00Z',
    zone: 'Etc/UTC',
    theirDay: '2026-03-29',
    ourDay: '2026-03-30',
  },
  {
    familyName: 'Ahead',
    at: '2026-08-31T20:00:00Z',
    zone: 'Pacific/Auckland',
    theirDay: '2026-09-01',
    ourDay: '2026-08-31',
  },
  {
    familyName: 'Behind',
    at: '2026-09-01T03:00:00Z',
    zone: 'America/Los_Angeles',
    theirDay: '2026-08-31',
    ourDay: '2026-09-01',
  },
  {
    familyName: 'Last of summer',
    at: '2026-10-24T23:30:00Z',
    zone: 'Etc/UTC',
    theirDay: '2026-10-24',
    ourDay: '2026-10-25',
  },
  {
    familyName: 'Night of the change',
    at: '2026-10-25T23:30:00Z',
    zone: 'Etc/UTC',
    theirDay: '2026-10-25',
    ourDay: '2026-10-25',
  },
  {
    familyName: 'Winter again',
    at: '2026-10-26T23:30:00Z',
    zone: 'Pacific/Auckland',
    theirDay: '2026-10-27',
    ourDay: '2026-10-26',
  },
];

let app: TestApp;
let trust: AnOrganisation;
let lead: AMember;
let version: APublishedVersion;
const learners = new Map<string, AMember>();

beforeAll(async () => {
  app = await TestApp.start({ demo: true });
  trust = await app.system((tx) => anOrganisation(tx, { timeZone: 'Europe/London' }));
  version = await aPublishedVersion(app);
  lead = await aMember(app, trust, { roles: [{ role: 'cpd-lead' }] });
  for (const { familyName, at, zone } of PASSES) {
    app.clock.set(at);
    const member = await aMember(app, trust, { familyName });
    await submitted(app, member, aTry(member, version, { at, zone }));
    learners.set(familyName, member);
  }
});
afterAll(() => app.stop());

async function records(query = ''): Promise<CompletionRecord[]> {
  const { body } = await app.as(lead.token).get(`${RECORDS}?${query}`).expect(200);
  return body.records;
}

const download = (query: string) => app.as(lead.token).get(`${RECORDS}/file?${query}`).buffer(true).expect(200);

describe('the day of a completion', () => {
  it("is the organisation's for its leads, in the order of its days", async () => {
    const shown = await records('sort=completedOn');
    expect(shown.map(({ completedOn }) => completedOn)).toEqual(PASSES.map(({ ourDay }) => ourDay));
    for (const { familyName, ourDay } of PASSES)
      expect(shown.find((record) => record.familyName === familyName)?.completedOn).toBe(ourDay);
  });

  it.each(PASSES)("is the organisation's in a filter: $familyName, $ourDay", async ({ familyName, ourDay }) => {
    const found = await records(`from=${ourDay}&to=${ourDay}`);
    expect(found.map((record) => record.familyName)).toContain(familyName);
    expect(new Set(found.map(({ completedOn }) => completedOn))).toEqual(new Set([ourDay]));
  });

  it("is the organisation's in the file", async () => {
    const { text } = await download('sort=completedOn&columns=familyName,completedOn');
    const days = text.trim().split('\r\n').slice(1);
    expect(days.map((line) => line.split(',')[1])).toEqual(PASSES.map(({ ourDay }) => ourDay));
  });

  it.each(PASSES)('is their own in the CPD record: $familyName, $theirDay', async ({ familyName, theirDay }) => {
    const { body } = await app.as(learners.get(familyName)!.token).get('/api/v1/learner/cpd-record').expect(200);
    const entries: CpdEntry[] = body.paths.flatMap((path: { entries: CpdEntry[] }) => path.entries);
    expect(entries.map(({ completedOn }) => completedOn)).toEqual([theirDay]);
  });
});

describe("a file's name", () => {
  it.each([
    ['summer time', '2026-08-31T23:30:00Z', '2026-09-01'],
    ['winter time', '2026-11-30T23:30:00Z', '2026-11-30'],
  ])("has the organisation's day: %s", async (_, now, day) => {
    app.clock.set(now);
    const { headers } = await download('');
    expect(headers['content-disposition']).toBe(`attachment; filename="completion-records-${day}.csv"`);
  });
});
