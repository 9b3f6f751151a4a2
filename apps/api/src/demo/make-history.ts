import { setTimeout as pause } from 'node:timers/promises';
import { ConfigFault, readConfig } from '../platform/config.ts';
import { tellYear } from './tell-year.ts';

/** Milliseconds between two people's sittings: the database has most of its time for whoever uses the product. */
const PAUSE = 120;

/** Tells the rest of the demo's year beside the running product, at its leisure. SIGTERM breaks it off; a later start goes on. */
let stopped = false;
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => (stopped = true));

try {
  const next = async (): Promise<boolean> => {
    await pause(PAUSE);
    return !stopped;
  };
  await tellYear(readConfig(process.env), { next });
} catch (fault) {
  console.error(fault instanceof ConfigFault ? fault.message : fault);
  process.exitCode = 1;
}
