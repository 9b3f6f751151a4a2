import { buildAll } from '../build/build.mjs';
import { orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';

const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  await buildAll(life);
  await life.end(0);
});
