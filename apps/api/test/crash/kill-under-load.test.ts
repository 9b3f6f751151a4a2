import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AttemptBody } from '@rounds/contracts/attempt';
import { aFailedTry, aTry } from '../factories/attempts.ts';
import { aPublishedVersion, type APublishedVersion } from '../factories/content.ts';
import { anEvent, type SentEvent } from '../factories/events.ts';
import { type AMember, aMember, anOrganisation } from '../factories/identity.ts';
import { buildServer, ServerProcess } from '../kit/server-process.ts';
import { TestApp } from '../kit/test-app.ts';
import { until } from '../kit/until.ts';

const KILLS = 3;
const LEARNERS = 12;
/** Answers after which the server is killed, in the middle of others. */
const ANSWERS = 150;

type Sent = { member: AMember; address: string; body: AttemptBody | { events: SentEvent[] }; answer: unknown };

let app: TestApp;
let versions: APublishedVersion[];
const sent: Sent[] = [];
let server: ServerProcess;

beforeAll(async () => {
  await buildServer();
  app = await TestApp.start();
  versions = [];
  for (let i = 0; i < 12; i += 1) versions.push(await aPublishedVersion(app));
}, 60_000);
afterAll(async () => {
  await server?.kill();
  await app?.stop();
});

/** One learner: opens a module, fails, passes, goes on to the next, until the server is gone. */
async function learn(member: AMember, isOver: () => boolean): Promise<void> {
  const send = async (address: string, body: Sent['body']): Promise<void> => {
    const one: Sent = { member, address, body, answer: null };
    sent.push(one);
    one.answer = await answerOf(one);
  };
  for (let i = 0; !isOver(); i += 1) {
    const version = versions[i % versions.length]!;
    const tryNumber = i * 2 + 1;
    await send('/learner/events', { events: [anEvent(version, { kind: 'module-opened' }), anEvent(version)] });
    await send('/learner/attempts', aFailedTry(member, version, { tryNumber }));
    await send('/learner/attempts', aTry(member, version, { tryNumber: tryNumber + 1 }));
  }
}

async function answerOf({ member, address, body }: Sent): Promise<unknown> {
  const { status, body: answer } = await server.post(member.token, address, body);
  expect(status).toBe(200);
  return answer;
}

const isAttempt = ({ body }: Sent): boolean => 'attemptId' in body;
const count = async (sql: string): Promise<number> =>
  (await app.system((tx) => tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)))?.n ?? -1;

/** Every transaction of the killed process is over: committed, or rolled back. */
const connectionsEnd = () =>
  until(
    'the end of every transaction',
    async () =>
      (await count(
        `pg_stat_activity WHERE datname = current_database() AND application_name = 'rounds' AND pid <> pg_backend_pid() AND state <> 'idle'`,
      )) === 0,
  );

async function expectNothingHalfDone(): Promise<void> {
  const halfDone = {
    'attempts without a mark':
      'attempt a WHERE NOT EXISTS (SELECT 1 FROM mark m WHERE m.person_id = a.person_id AND m.attempt_id = a.id)',
    'passes without a completion':
      'mark m WHERE m.passed AND NOT EXISTS (SELECT 1 FROM completion c WHERE c.id = m.completion_id)',
    'completions without their minutes':
      'completion c WHERE NOT EXISTS (SELECT 1 FROM cpd_record r WHERE r.completion_id = c.id)',
    'attempts without a start':
      'attempt a JOIN module_version v ON v.id = a.version_id WHERE NOT EXISTS (SELECT 1 FROM module_start s WHERE s.person_id = a.person_id AND s.module_id = v.module_id)',
    'openings without a start': `learner_event e JOIN module_version v ON v.id = e.version_id WHERE e.kind = 'module-opened' AND NOT EXISTS (SELECT 1 FROM module_start s WHERE s.person_id = e.person_id AND s.module_id = v.module_id)`,
    'marks told otherwise than credited': `mark m WHERE (m.credit->>'outcome' = 'awarded') <> EXISTS (SELECT 1 FROM completion c JOIN cpd_record r ON r.completion_id = c.id WHERE c.person_id = m.person_id AND c.attempt_id = m.attempt_id)`,
  };
  for (const [what, sql] of Object.entries(halfDone)) expect([what, await count(sql)]).toEqual([what, 0]);
  expect(await count('statement_outbox')).toBe((await count('attempt')) + (await count('completion')));
}

it(`a server killed ${KILLS} times under load leaves nothing half-done, loses nothing it answered, and starts clean`, async () => {
  const organisation = await app.system((tx) => anOrganisation(tx));
  const members = await Promise.all(Array.from({ length: LEARNERS }, () => aMember(app, organisation)));
  server = await ServerProcess.start(app.url);
  let cutOff = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = sent.length;
    let over = false;
    const work = members.map((member) =>
      learn(member, () => over).catch((fault: unknown) => {
        if (!over) throw fault;
      }),
    );
    const answered = () => sent.slice(before).filter(({ answer }) => answer !== null).length;
    await until('answers under load', () => Promise.resolve(answered() >= ANSWERS + 7 * kill));
    over = true;
    await server.kill();
    await Promise.all(work);
    await connectionsEnd();
    await expectNothingHalfDone();

    server = await ServerProcess.start(app.url);
    const fresh = sent.slice(before);
    cutOff += fresh.filter(({ answer }) => answer === null).length;
    await Promise.all(members.map((member) => resend(fresh.filter((one) => one.member === member))));
    await expectNothingHalfDone();
  }
  expect(cutOff).toBeGreaterThan(0);
  expect(await count('attempt')).toBe(sent.filter(isAttempt).length);
  expect(await count('learner_event')).toBe(sent.filter((one) => !isAttempt(one)).length * 2);
}, 120_000);

/** What was answered is answered the same; what was cut off is taken now, or was. */
async function resend(ofMember: readonly Sent[]): Promise<void> {
  for (const one of ofMember) {
    const answer = await answerOf(one);
    if (one.answer === null) continue;
    if (isAttempt(one)) expect(answer).toEqual(one.answer);
    else expect(answer).toMatchObject({ answers: [{ outcome: 'known' }, { outcome: 'known' }] });
  }
}
