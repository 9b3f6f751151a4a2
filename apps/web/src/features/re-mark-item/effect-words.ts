import type { ReMarkEffect } from '@rounds/contracts/re-mark';
import { count } from '../../lib/words.ts';

function passes(passed: number, verb: string): string {
  if (passed === 0) return `No fail ${verb} a pass.`;
  return `${count(passed, 'fail')} ${verb} ${passed === 1 ? 'a pass' : 'passes'}.`;
}

/** What marking again would do: one sentence for each thing that matters to a learner. */
export function effectBefore({ attempts, changed, newPasses, keptPasses }: ReMarkEffect): string[] {
  if (attempts === 0) return ['Nobody has answered this question yet. The next tries are marked by the new key.'];
  return [
    `${count(attempts, 'try', 'tries')} would be marked again; ${changed === 0 ? 'no score changes' : `${count(changed, 'score')} would change`}.`,
    passes(newPasses, 'would become'),
    kept(keptPasses, 'would stay'),
  ];
}

export function effectAfter({ attempts, changed, newPasses, keptPasses }: ReMarkEffect): string[] {
  if (attempts === 0) return ['The key is mended. Nobody had answered this question yet.'];
  return [
    `The key is mended and ${count(attempts, 'try was', 'tries were')} marked again; ${changed === 0 ? 'no score changed' : `${count(changed, 'score')} changed`}.`,
    passes(newPasses, 'became'),
    kept(keptPasses, 'stayed'),
  ];
}

function kept(keptPasses: number, verb: string): string {
  if (keptPasses === 0) return 'No pass is withdrawn.';
  return `No pass is withdrawn: ${count(keptPasses, 'pass', 'passes')} with a lower score ${verb} ${keptPasses === 1 ? 'a pass' : 'passes'}.`;
}
