import { ConfigFault } from './platform/config.ts';
import { start } from './start.ts';

/** The production process: starts, serves, and stops cleanly on SIGTERM, SIGINT or SIGHUP. */
try {
  const app = await start(process.env);
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void app.close().then(() => process.exit(0));
    });
  }
} catch (fault) {
  if (!(fault instanceof ConfigFault)) throw fault;
  console.error(fault.message);
  process.exitCode = 1;
}
