import { request } from '@playwright/test';
import { aNewcomer } from '../e2e/support/newcomer.ts';
import { gatherWords } from './gather-words.ts';
import { type OurRun, runOurs } from './our-run.ts';
import { serveStatic } from './static-pages.ts';
import { runStatic, type StaticRun } from './static-run.ts';
import { printTable } from './table.ts';

/** `bench-web.ts ADDRESS`: the product there, in turn with static pages of the same words, so that a slow spell hits both. */
const [origin = ''] = process.argv.slice(2);
const RUNS = 5;

const words = await gatherWords(origin, await aNewcomer(request, origin));
const pages = await serveStatic(words);
const ours: OurRun[] = [];
const theirs: StaticRun[] = [];
for (let run = 0; run < RUNS; run++) {
  ours.push(await runOurs(origin, await aNewcomer(request, origin), run));
  theirs.push(await runStatic(pages.origin, words.length));
  console.log(`Run ${run + 1} of ${RUNS} is done.`);
}
pages.stop();
printTable(ours, theirs);
