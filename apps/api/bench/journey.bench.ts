import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { submitAttempt } from '@rounds/contracts/attempt';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import { recordEvents } from '@rounds/contracts/event';
import { signIn } from '@rounds/contracts/session';
import pg from 'pg';
import { clusterCpuSeconds, cpuSeconds, type Cluster, once } from './cluster.ts';
import type { InProcess } from './in-process.ts';
import { rightAttempt, type Version } from './library.ts';
import { measure, type Measured } from './measure.ts';
import { type Learner, learner, PEOPLE, WITH_PASSWORD } from './population.ts';
import { ProductClient } from './product-client.ts';
import type { Product } from './product.ts';
import { SameWork } from './same-work.ts';
import { replay } from './statements.ts';

type Bench = { cluster: Cluster; product: Product; inProcess: InProcess; version: Version; password: string };
type Side = Measured & { cpuEach: number };
export type JourneyResult = { atOnce: number; ours: Side; oursSignedIn: Side; theirs: Side }[];

/** Journeys a run. Learners who do them count down from the first with a password: other benches count up from 0. */
const COUNT = 300;
const FIRST_WITH_PASSWORD = PEOPLE - WITH_PASSWORD;
let nextLearner = FIRST_WITH_PASSWORD;

/** They do the journeys that are recorded, so they sign in in no other. */
const RECORDED = [0, 1, 2].map((at) => learner(FIRST_WITH_PASSWORD + at));

export async function benchJourney(bench: Bench): Promise<JourneyResult> {
  const work = await recordJourney(bench);
  const { rows } = await once(bench.cluster.url, 'SELECT password_hash FROM credential LIMIT 1');
  const result: JourneyResult = [];
  for (const atOnce of [8, 32]) {
    const client = new ProductClient(bench.product.origin, atOnce);
    const pool = new pg.Pool({ connectionString: bench.cluster.url, max: 16, options: '-c role=rounds_app' });
    const plain = take().map((who) => {
      const statements = work.for(who);
      return async () => {
        await verify(rows[0].password_hash, bench.password);
        await replay(pool, statements);
      };
    });
    const whole = (withSignIn: boolean) => take().map((who) => () => journeyOf(client, who, bench, withSignIn));
    await measure(whole(true).slice(0, 50), atOnce);
    result.push({
      atOnce,
      ours: await withCpu(bench, whole(true), atOnce),
      oursSignedIn: await withCpu(bench, whole(false), atOnce),
      theirs: await withCpu({ ...bench, product: null }, plain, atOnce),
    });
    await Promise.all([client.close(), pool.end()]);
  }
  return result;
}

function take(): Learner[] {
  nextLearner -= COUNT;
  return Array.from({ length: COUNT }, (_, at) => learner(nextLearner + at));
}

/** Sign in, Today, the module, its document and state, its events, the quiz, the result, the CPD record. */
async function journeyOf(
  client: ProductClient,
  who: Learner,
  { version, password }: Bench,
  withSignIn: boolean,
): Promise<void> {
  if (withSignIn) await client.post(API_PREFIX + signIn.path, null, JSON.stringify(signInBody(anyLearner(), password)));
  await client.get(`${API_PREFIX}/learner/today`, who);
  await client.get(`${API_PREFIX}/learner/modules/${version.moduleId}`, who);
  await client.get(`${API_PREFIX}/learner/versions/${version.versionId}/document`, who, { 'accept-encoding': 'br' });
  await client.get(`${API_PREFIX}/learner/versions/${version.versionId}/state`, who);
  await client.post(API_PREFIX + recordEvents.path, who, JSON.stringify({ events: eventsOf(version) }));
  const attempt = rightAttempt(who.personId, version);
  await client.post(API_PREFIX + submitAttempt.path, who, JSON.stringify(attempt));
  await client.get(`${API_PREFIX}/learner/attempts/${attempt.attemptId}`, who);
  await client.get(`${API_PREFIX}/learner/cpd-record`, who);
}

function anyLearner(): Learner {
  const others = WITH_PASSWORD - RECORDED.length;
  return learner(PEOPLE - 1 - Math.floor(Math.random() * others));
}

function signInBody({ email }: Learner, password: string): object {
  return { identifier: email, password };
}

function eventsOf({ versionId, document }: Version): object[] {
  const deviceId = randomUUID();
  const envelope = (seq: number) => ({
    id: randomUUID(),
    v: 1,
    deviceId,
    seq,
    at: new Date().toISOString(),
    zone: 'Europe/London',
    versionId,
  });
  const cards = document.cards.map(({ cardId }, at) => ({ ...envelope(at + 1), kind: 'card-viewed', cardId }));
  return [{ ...envelope(0), kind: 'module-opened' }, ...cards];
}

async function recordJourney({ inProcess, version, password }: Bench): Promise<SameWork> {
  const record = (who: Learner) =>
    inProcess.statementsOf(async () => {
      await inProcess.post(API_PREFIX + signIn.path, null, signInBody(who, password));
      await inProcess.get(`${API_PREFIX}/learner/today`, who);
      await inProcess.get(`${API_PREFIX}/learner/modules/${version.moduleId}`, who);
      await inProcess.get(`${API_PREFIX}/learner/versions/${version.versionId}/document`, who);
      await inProcess.get(`${API_PREFIX}/learner/versions/${version.versionId}/state`, who);
      await inProcess.post(API_PREFIX + recordEvents.path, who, { events: eventsOf(version) });
      const attempt = rightAttempt(who.personId, version);
      await inProcess.post(API_PREFIX + submitAttempt.path, who, attempt);
      await inProcess.get(`${API_PREFIX}/learner/attempts/${attempt.attemptId}`, who);
      await inProcess.get(`${API_PREFIX}/learner/cpd-record`, who);
    });
  const [warm, first, second] = RECORDED;
  if (warm === undefined || first === undefined || second === undefined) throw new Error('No learners');
  await record(warm);
  const forSecond = await record(second);
  return new SameWork(await record(first), first, forSecond);
}

/** Measures with the processor time of server and database; for plain pg, of this process in the server's place. */
async function withCpu(
  { cluster, product }: { cluster: Cluster; product: Product | null },
  operations: (() => Promise<unknown>)[],
  atOnce: number,
): Promise<Side> {
  const used = () =>
    clusterCpuSeconds(cluster) +
    (product === null ? process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6 : cpuSeconds(product.pid));
  const before = used();
  const measured = await measure(operations, atOnce);
  return { ...measured, cpuEach: (used() - before) / operations.length };
}
