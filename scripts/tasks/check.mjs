import { runChecks } from '../check/all-checks.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';

const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  const results = await runChecks();
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  await life.end(failed === 0 ? 0 : 1);
});
