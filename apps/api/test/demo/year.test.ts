import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { tellYear } from '../../src/demo/tell-year.ts';
import { learnersStory } from '../../src/demo/story/learners-story.ts';
import { signInsStory } from '../../src/demo/story/sign-ins-story.ts';
import type { Sitting } from '../../src/demo/story/step.ts';
import { ADemo, ANCHOR } from './a-demo.ts';
import { type Dump, dumpOf, rowsOf } from './dump.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

// Whole years are told, several times over.
jest.setTimeout(90_000);

let demo: ADemo;
let whole: Dump;
beforeAll(async () => {
  demo = await ADemo.open();
  await demo.seed();
  expect(await demo.tell()).toBe(true);
  whole = await dumpOf(demo);
});
afterAll(() => demo.close());

const count = (dump: Dump) => Object.fromEntries(Object.entries(dump).map(([name, rows]) => [name, rows.length]));

describe('telling the year', () => {
  it('gives the same people and the same year in another database', async () => {
    const other = await ADemo.open();
    try {
      await other.seed();
      await other.tell();
      const dump = await dumpOf(other);
      expect(count(dump)).toEqual(count(whole));
      expect(dump).toEqual(whole);
    } finally {
      await other.close();
    }
  });

  it('changes nothing the second time', async () => {
    await demo.tell();
    expect(await dumpOf(demo)).toEqual(whole);
  });

  it('ends with the same rows when it is broken off and begun again, also by a kill in the middle', async () => {
    const broken = await ADemo.open();
    try {
      expect(await broken.tell()).toBe(false);
      await broken.seed();
      expect(await broken.tell(9)).toBe(false);
      await killInTheMiddle(broken);
      expect(await broken.tell(40)).toBe(false);
      expect(await broken.tell()).toBe(true);
      const dump = await dumpOf(broken);
      expect(count(dump)).toEqual(count(whole));
      expect(dump).toEqual(whole);
    } finally {
      await broken.close();
    }
  });
});

it('is refused outside demo mode', async () => {
  await expect(tellYear({ ...demo.config, demo: false }, { next: async () => true })).rejects.toThrow(
    'for the demo alone',
  );
});

describe('the year as told', () => {
  it('turns out as the story says, try by try', async () => {
    const rows = await rowsOf<{ who: string; tries: string }>(
      demo,
      `SELECT p.given_name || ' ' || p.family_name AS who, string_agg(CASE WHEN m.passed THEN 'pass' ELSE 'fail' END, ' ' ORDER BY a.occurred_at) AS tries
       FROM attempt a JOIN mark m ON m.person_id = a.person_id AND m.attempt_id = a.id JOIN person p ON p.id = a.person_id GROUP BY p.id`,
    );
    const sittings = [...signInsStory(ANCHOR), ...learnersStory(ANCHOR)].filter(
      (step): step is Sitting => step.kind === 'sitting',
    );
    const byPerson = Map.groupBy(
      sittings.filter(({ tries }) => tries.length > 0).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      ({ who }) => who,
    );
    const told = [...byPerson].map(([who, ofWho]) => ({
      who,
      tries: ofWho.flatMap(({ tries }) => tries.map((passed) => (passed ? 'pass' : 'fail'))).join(' '),
    }));
    expect(new Map(rows.map(({ who, tries }) => [who, tries]))).toEqual(
      new Map(told.map(({ who, tries }) => [who, tries])),
    );
  });

  it('has an attempt, its mark, events before it, and minutes for every completion', async () => {
    const rows = await rowsOf<{ completions: number; marked: number; opened: number; read: number; credited: number }>(
      demo,
      `SELECT count(*)::int AS completions,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM mark m WHERE m.person_id = c.person_id AND m.attempt_id = c.attempt_id AND m.passed AND m.completion_id = c.id))::int AS marked,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM learner_event e WHERE e.person_id = c.person_id AND e.version_id = c.version_id AND e.kind = 'module-opened' AND e.occurred_at < c.occurred_at))::int AS opened,
         count(*) FILTER (WHERE (SELECT count(DISTINCT e.payload->>'cardId') FROM learner_event e WHERE e.person_id = c.person_id AND e.version_id = c.version_id AND e.kind = 'card-viewed' AND e.occurred_at < c.occurred_at) >= 6)::int AS read,
         count(*) FILTER (WHERE EXISTS (SELECT 1 FROM cpd_record r WHERE r.completion_id = c.id AND r.person_id = c.person_id))::int AS credited
       FROM completion c`,
    );
    const [{ completions, ...others } = { completions: 0 }] = rows;
    expect(completions).toBeGreaterThan(80);
    expect(others).toEqual({ marked: completions, opened: completions, read: completions, credited: completions });
  });

  it('has the product set nothing aside, and nobody without a post where they learn', async () => {
    expect(await rowsOf(demo, 'SELECT 1 FROM event_set_aside')).toEqual([]);
    const homeless = await rowsOf(
      demo,
      `SELECT 1 FROM completion c JOIN unit u ON u.id = c.unit_id WHERE u.parent_id IS NULL OR c.staff_group = ''`,
    );
    expect(homeless).toEqual([]);
  });

  it('prints a reviewer on what was completed after the sign-off, and on nothing before it', async () => {
    const wrong = await rowsOf(
      demo,
      `SELECT c.completed_on FROM completion c LEFT JOIN sign_off s ON s.version_id = c.version_id AND s.organisation_id = c.organisation_id
       WHERE (c.reviewed_by IS NOT NULL) <> coalesce(s.signed_at < c.occurred_at, false)`,
    );
    expect(wrong).toEqual([]);
  });

  it('differs from unit to unit, with the most on the ward and little in the east', async () => {
    const rows = await rowsOf<{ unit: string; rate: number }>(
      demo,
      `SELECT u.name AS unit, count(c.id)::float / count(DISTINCT t.person_id) AS rate FROM unit u
       JOIN post t ON t.unit_id = u.id LEFT JOIN completion c ON c.unit_id = u.id AND c.person_id = t.person_id WHERE u.parent_id IS NOT NULL GROUP BY u.name`,
    );
    const rate = new Map(rows.map((row) => [row.unit, row.rate]));
    expect(rate.get('Community east')).toBeLessThan(1.3);
    expect(rate.get('Pharmacy')).toBeGreaterThan(2);
    expect(rate.get('Older adults ward')).toBeGreaterThan(2);
  });

  it('is over before the day of the anchor begins anywhere, and holds about a year', async () => {
    const tables = ['learner_event', 'attempt', 'completion', 'reflection', 'statement_outbox', 'module_start'];
    const columns = ['received_at', 'received_at', 'received_at', 'received_at', 'queued_at', 'started_at'];
    const union = tables.map((table, i) => `SELECT ${columns[i]} AS at FROM ${table}`).join(' UNION ALL ');
    const [span] = await rowsOf<{ first: Date; last: Date }>(
      demo,
      `SELECT min(at) AS first, max(at) AS last FROM (${union}) x`,
    );
    expect(span?.last.getTime()).toBeLessThan(Date.parse(`${ANCHOR}T00:00:00+14:00`));
    expect(span?.first.toISOString().slice(0, 7)).toBe('2025-10');
  });
});

/** The process that `npm start` runs, ended as by a crash of the machine. */
async function killInTheMiddle(of: ADemo): Promise<void> {
  const completions = async () => (await rowsOf(of, 'SELECT 1 FROM completion')).length;
  const before = await completions();
  const hook = pathToFileURL(path.join(ROOT, 'scripts/swc-hook.mjs')).href;
  const env = { ...process.env, DATABASE_URL: of.config.databaseUrl, DEMO: '1' };
  const child = spawn(
    process.execPath,
    ['--no-warnings', '--import', hook, path.join(ROOT, 'apps/api/src/demo/make-history.ts')],
    { env, stdio: 'inherit' },
  );
  const ended = once(child, 'exit');
  const enough = before + 12;
  while (child.exitCode === null && (await completions()) < enough) await pause(25);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
}
