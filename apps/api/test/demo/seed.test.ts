import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DEMO_PASSWORD, DEMO_SIGN_INS } from '@rounds/contracts/demo';
import supertest from 'supertest';
import { MovedClock } from '../../src/demo/telling/moved-clock.ts';
import { ConfigFault } from '../../src/platform/config.ts';
import { Db, SYSTEM } from '../../src/platform/db.ts';
import { start } from '../../src/start.ts';
import { anOrganisation } from '../factories/identity.ts';
import { expectAnotherApp } from '../kit/another-app.ts';
import { ADemo, ANCHOR } from './a-demo.ts';
import { dumpOf, rowsOf } from './dump.ts';

// Whole years are told, several times over.
jest.setTimeout(90_000);

let demo: ADemo;
beforeAll(async () => {
  demo = await ADemo.open();
  await demo.seed();
});
afterAll(() => demo.close());

const signIn = (identifier: string, organisationCode?: string) =>
  supertest(demo.nest.getHttpServer())
    .post('/api/v1/visitor/session')
    .send({ identifier, password: DEMO_PASSWORD, ...(organisationCode !== undefined && { organisationCode }) });

describe('who is in the demo', () => {
  it('has 48 people in 8 units of 2 organisations, some without an address', async () => {
    const people = await rowsOf<{ email: string | null }>(demo, 'SELECT email FROM person');
    const units = await rowsOf(demo, 'SELECT 1 FROM unit WHERE parent_id IS NOT NULL');
    const staffed = await rowsOf(demo, 'SELECT DISTINCT unit_id FROM post');
    const organisations = await rowsOf<{ name: string }>(demo, 'SELECT name FROM organisation ORDER BY name');
    expect([people.length, units.length, staffed.length]).toEqual([48, 8, 8]);
    expect(organisations.map(({ name }) => name)).toEqual(['Fellside Practice', 'Northgate Health Trust']);
    expect(people.filter(({ email }) => email === null).length).toBeGreaterThan(4);
  });

  it('lets the six sign in, and nobody else', async () => {
    for (const { email } of DEMO_SIGN_INS) expect([email, (await signIn(email)).status]).toEqual([email, 200]);
    const credentials = await rowsOf<{ email: string }>(
      demo,
      'SELECT p.email FROM credential c JOIN person p ON p.id = c.person_id',
    );
    expect(credentials.map(({ email }) => email).toSorted()).toEqual(
      DEMO_SIGN_INS.map(({ email }) => email).toSorted(),
    );
    expect((await signIn('hazel.bistort@northgate.test')).body.code).toBe('sign-in-failed');
    expect((await signIn('N10203', 'northgate')).body.code).toBe('sign-in-failed');
  });

  it('gives each the roles of their work', async () => {
    const rows = await rowsOf<{ email: string; role: string; unit: string }>(
      demo,
      `SELECT p.email, r.role, u.name AS unit FROM role_grant r JOIN person p ON p.id = r.person_id JOIN unit u ON u.id = r.unit_id
       WHERE p.email LIKE '%@demo.rounds.test' ORDER BY p.email, r.role`,
    );
    expect(rows.map(({ email, role, unit }) => `${email.split('@')[0]}: ${role} of ${unit}`)).toEqual([
      'admin: administrator of Northgate Health Trust',
      'educator: educator of Northgate Health Trust',
      'lead: cpd-lead of Northgate Health Trust',
      'manager: team-manager of Older adults ward',
      'reviewer: educator of Northgate Health Trust',
      'reviewer: reviewer of Northgate Health Trust',
    ]);
  });
});

describe('the clinician', () => {
  async function asClinician() {
    const agent = supertest.agent(demo.nest.getHttpServer());
    const signedIn = await agent
      .post('/api/v1/visitor/session')
      .send({ identifier: 'clinician@demo.rounds.test', password: DEMO_PASSWORD });
    const { organisations } = signedIn.body;
    const northgate = organisations.find(({ name }: { name: string }) => name.startsWith('Northgate'));
    await agent.post('/api/v1/person/organisation').send({ organisationId: northgate.organisationId }).expect(200);
    return { agent, organisations };
  }

  it('belongs to both organisations', async () => {
    const { organisations } = await asClinician();
    expect(organisations.map(({ name }: { name: string }) => name)).toEqual([
      'Fellside Practice',
      'Northgate Health Trust',
    ]);
  });

  it('has finished one module and begun another', async () => {
    const { agent } = await asClinician();
    const { body } = await agent.get('/api/v1/learner/modules').expect(200);
    const states = body.modules.map(({ state }: { state: string }) => state);
    expect(states).toEqual(['completed', 'started', 'not-started', 'not-started', 'not-started']);
  });

  it('has one reflection written and one to write', async () => {
    const rows = await rowsOf<{ round: number; reflections: number }>(
      demo,
      `SELECT c.round, (SELECT count(*)::int FROM reflection f WHERE f.completion_id = c.id) AS reflections FROM completion c
       JOIN person p ON p.id = c.person_id WHERE p.email = 'clinician@demo.rounds.test' ORDER BY c.round`,
    );
    expect(rows).toEqual([
      { round: 1, reflections: 1 },
      { round: 2, reflections: 0 },
    ]);
  });

  it('is led by the lead, and managed by the manager', async () => {
    for (const email of ['lead@demo.rounds.test', 'manager@demo.rounds.test']) {
      const agent = supertest.agent(demo.nest.getHttpServer());
      await agent.post('/api/v1/visitor/session').send({ identifier: email, password: DEMO_PASSWORD }).expect(200);
      const { body } = await agent.get('/api/v1/cpd-lead/completion-records?q=Larkspur').expect(200);
      expect([email, body.records.length]).toEqual([email, 3]);
    }
  });
});

it('has a problem that waits and one that was answered', async () => {
  const rows = await rowsOf<{ answered: boolean }>(
    demo,
    `SELECT a.id IS NOT NULL AS answered FROM problem_report r LEFT JOIN problem_answer a ON a.report_id = r.id ORDER BY r.reported_at`,
  );
  expect(rows).toEqual([{ answered: true }, { answered: false }]);
});

it('counts minutes for modules that nobody reviewed, and prints that', async () => {
  const rows = await rowsOf<{ reviewed: boolean; minutes: number | null }>(
    demo,
    `SELECT DISTINCT c.reviewed_by IS NOT NULL AS reviewed, r.credit_minutes > 0 AS minutes FROM completion c LEFT JOIN cpd_record r ON r.completion_id = c.id`,
  );
  expect(rows.toSorted((a, b) => Number(a.reviewed) - Number(b.reviewed))).toEqual([
    { reviewed: false, minutes: true },
    { reviewed: true, minutes: true },
  ]);
});

describe('seeding', () => {
  it('shows the real time again when it is done', () => {
    const before = Date.now();
    const shown = demo.clock.now().getTime();
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(Date.now());
  });

  it('does nothing the second time', async () => {
    const before = await dumpOf(demo);
    await demo.seed();
    expect(await dumpOf(demo)).toEqual(before);
  });

  it('ends with the same rows when it is broken off anywhere, and whatever the anchor is by then', async () => {
    const broken = await ADemo.open({}, new BrittleClock());
    const clock = broken.clock as BrittleClock;
    try {
      for (const moves of [3, 20, 60, 75, 85, 95, 112]) {
        clock.breakAfter(moves);
        await expect(broken.seed({ demoAnchor: moves === 3 ? ANCHOR : '2026-12-24' })).rejects.toThrow('Broken off');
      }
      clock.breakAfter(Infinity);
      await broken.seed();
      const [whole, mended] = [await dumpOf(demo), await dumpOf(broken)];
      expect({ ...mended, audited: [] }).toEqual({ ...whole, audited: [] });
    } finally {
      await broken.close();
    }
  });

  it('is refused outside demo mode', async () => {
    await expect(demo.seed({ demo: false })).rejects.toThrow('for the demo alone');
  });

  it('keeps production away from its database, where everybody knows the passwords', async () => {
    const { databaseUrl } = demo.config;
    const settings = { DATABASE_URL: databaseUrl, DEMO: '0', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent' };
    expectAnotherApp();
    await expect(start(settings)).rejects.toThrow(ConfigFault);
  });

  it('leaves a database alone that has organisations of others', async () => {
    const other = await ADemo.open();
    try {
      await other.nest.get(Db).transaction(SYSTEM, (tx) => anOrganisation(tx));
      await expect(other.seed()).rejects.toThrow(ConfigFault);
      expect(await rowsOf(other, 'SELECT 1 FROM person')).toEqual([]);
    } finally {
      await other.close();
    }
  });
});

/** Breaks the telling off at some move of the clock, as the end of the process would. */
class BrittleClock extends MovedClock {
  private left = Infinity;

  breakAfter(moves: number): void {
    this.left = moves;
  }

  override moveTo(at: Date): void {
    this.left -= 1;
    if (this.left < 0) throw new Error('Broken off');
    super.moveTo(at);
  }
}
