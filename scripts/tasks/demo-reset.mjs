import { Fault, orFail } from '../lib/fault.mjs';
import { Lifetime } from '../lib/lifetime.mjs';
import { loadDotEnv } from '../lib/settings.mjs';
import { removeEmbedded } from '../postgres/embedded.mjs';

const life = new Lifetime({ signalExit: 130 });

await orFail(life, async () => {
  loadDotEnv();
  if (process.env.DATABASE_URL) {
    throw new Fault(
      `Nothing was removed. DATABASE_URL is set (in the environment or in .env), so the demo's data are in a database of your own, and
that is never emptied from here. To make that demo afresh: stop Rounds, drop the database, create it anew, start again.
To remove the demo of the embedded database instead: DATABASE_URL= npm run demo:reset`,
    );
  }
  await removeEmbedded();
  console.log('The demo is removed. The next start makes it again, ending at the same day.');
  await life.end(0);
});
