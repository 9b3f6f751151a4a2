import { submitAttempt } from '@rounds/contracts/attempt';
import { API_PREFIX } from '@rounds/contracts/endpoint';
import pg from 'pg';
import { once } from './cluster.ts';
import type { InProcess } from './in-process.ts';
import { rightAttempt, type Version } from './library.ts';
import { alternate, measure, type Measured, median } from './measure.ts';
import { learner } from './population.ts';
import { ProductClient } from './product-client.ts';
import { SameWork } from './same-work.ts';
import { replay } from './statements.ts';

const PATH = API_PREFIX + submitAttempt.path;
const AT_ONCE = 16;
/** Submissions a run; each is a first pass that completes and credits. */
const COUNT = 1500;

export type SubmitResult = {
  ours: Measured[];
  theirs: Measured[];
  withoutPolicies: Measured[];
  ratio: number;
  statements: number;
  rowSecurityRatio: number;
};

/** Next learners that have done nothing yet; each side has its own. */
export class FreshLearners {
  private next = 1;

  take(count: number) {
    const first = this.next;
    this.next += count;
    return Array.from({ length: count }, (_, at) => learner(first + at));
  }
}

export async function benchSubmit(
  url: string,
  origin: string,
  inProcess: InProcess,
  version: Version,
  fresh: FreshLearners,
): Promise<SubmitResult> {
  const work = await recordSubmission(inProcess, version, fresh);
  const client = new ProductClient(origin, AT_ONCE);
  const plain = new pg.Pool({ connectionString: url, max: AT_ONCE, options: '-c role=rounds_app' });
  const owner = new pg.Pool({ connectionString: url, max: AT_ONCE });
  const byProduct = () => {
    const operations = fresh.take(COUNT).map((who) => {
      const body = JSON.stringify(rightAttempt(who.personId, version));
      return () => client.post(PATH, who, body);
    });
    return measure(operations, AT_ONCE);
  };
  const byPg = (pool: pg.Pool) => {
    const operations = fresh.take(COUNT).map((who) => {
      const statements = work.for(who);
      return () => replay(pool, statements);
    });
    return measure(operations, AT_ONCE);
  };
  await byProduct();
  await byPg(plain);
  const { ours, theirs } = await alternate(byProduct, () => byPg(plain));
  const rowSecurity = await alternate(
    () => byPg(plain),
    () => byPg(owner),
  );
  await Promise.all([client.close(), plain.end(), owner.end()]);
  await checkSame(url);
  const rate = (runs: Measured[]) => median(runs.map(({ perSecond }) => perSecond));
  return {
    ours,
    theirs,
    withoutPolicies: rowSecurity.theirs,
    ratio: rate(ours) / rate(theirs),
    statements: work.length,
    rowSecurityRatio: rate(rowSecurity.ours) / rate(rowSecurity.theirs),
  };
}

async function recordSubmission(inProcess: InProcess, version: Version, fresh: FreshLearners): Promise<SameWork> {
  const [warm, first, second] = fresh.take(3);
  if (warm === undefined || first === undefined || second === undefined) throw new Error('No learners');
  const submit = (who: typeof warm) =>
    inProcess.statementsOf(() => inProcess.post(PATH, who, rightAttempt(who.personId, version)));
  await submit(warm);
  const forSecond = await submit(second);
  return new SameWork(await submit(first), first, forSecond);
}

/** Both sides must have left whole work behind: a completion, a record and statements for every attempt. */
async function checkSame(url: string): Promise<void> {
  const { rows } = await once(
    url,
    `SELECT (SELECT count(*) FROM attempt)::int AS attempts, (SELECT count(*) FROM mark)::int AS marks,
    (SELECT count(*) FROM completion)::int AS completions, (SELECT count(*) FROM cpd_record)::int AS records`,
  );
  const { attempts, marks, completions, records } = rows[0];
  if (attempts !== marks || attempts !== completions || attempts !== records)
    throw new Error(`Not the same work: ${JSON.stringify(rows[0])}`);
}
