import { hash } from '@node-rs/argon2';
import { benchDocument } from './document.bench.ts';
import { benchDownload } from './download.bench.ts';
import { startCluster } from './cluster.ts';
import { InProcess } from './in-process.ts';
import { benchJourney } from './journey.bench.ts';
import { versionsOf } from './library.ts';
import { measurePages } from './pages.ts';
import { loadCompletions, loadPeople, PEOPLE, signOffLibrary } from './population.ts';
import { startProduct } from './product.ts';
import { FreshLearners, benchSubmit } from './submit.bench.ts';
import { printResults, type Results } from './table.ts';

const RECORDS = 100_000;
const PASSWORD = 'a password of the benchmark';
const [PORT, BARE_PORT] = [3871, 3872];

/** `npm run bench`: everything in one run on one machine, each number beside what it is compared with. */
const cluster = await startCluster();
try {
  await (await startProduct(cluster.url, PORT)).stop();
  await loadPeople(cluster.url, PEOPLE, await hash(PASSWORD));
  await signOffLibrary(cluster.url);
  const product = await startProduct(cluster.url, PORT);
  const idleMb = product.residentMb();
  const inProcess = await InProcess.start(cluster.url);
  const versions = await versionsOf(cluster.url);
  const [version] = versions;
  if (version === undefined) throw new Error('The module library is empty');
  const fresh = new FreshLearners();
  const document = await benchDocument(cluster.url, product.origin, version, BARE_PORT);
  const journey = await benchJourney({ cluster, product, inProcess, version, password: PASSWORD });
  const submit = await benchSubmit(cluster.url, product.origin, inProcess, version, fresh);
  await loadCompletions(cluster.url, RECORDS);
  await product.stop();
  const again = await startProduct(cluster.url, PORT);
  const download = await benchDownload(cluster.url, again.origin);
  const results: Results = {
    submit,
    document,
    download,
    downloadPeakMb: again.peakMb(),
    journey,
    startMs: again.readyMs,
    idleMb,
    pages: await measurePages(again.origin, version),
  };
  printResults(results);
  await inProcess.stop();
  await again.stop();
} catch (fault) {
  // Said now: stopping the server below fails every open connection, and would hide it.
  console.error(fault);
  process.exitCode = 1;
} finally {
  await cluster.stop();
}
// What a broken benchmark left open would keep this process.
process.exit();
