import { Fault, orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { loadDotEnv } from '../lib/settings.mjs';
import { removeEmbedded } from '../postgres/embedded.mjs';

const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  loadDotEnv();
  if (process.env.DATABASE_URL) {
    throw new Fault(
      'DATABASE_URL is set, and a database of your own is never emptied from here. Drop it and create it anew.',
    );
  }
  await removeEmbedded();
  console.log('The demo is removed. The next start makes it again, ending at the same day.');
  await life.end(0);
});
