import { AuditLog } from '../platform/audit/audit-log.ts';
import type { Config } from '../platform/config.ts';
import { Db, SYSTEM } from '../platform/db.ts';
import { findYear, hasReached, noteMilestone } from './demo-year.store.ts';
import { learnersStory } from './story/learners-story.ts';
import { readLibrary } from './telling/library.ts';
import { onStageAlone, refuseReal, type Stage } from './telling/stage.ts';
import { TellStep } from './telling/tell-step.ts';
import { Troupe } from './telling/troupe.ts';

type Pace = {
  /** Called after each step; resolves when the next may begin, false to break off. */
  next: () => Promise<boolean>;
};

/**
 * Tells the year of everybody who cannot sign in. Broken off and begun again, it ends with the same rows; once told it
 * does nothing. False when broken off, or when the demo is not seeded yet.
 */
export async function tellYear(config: Config, pace: Pace): Promise<boolean> {
  refuseReal(config);
  return onStageAlone(config, async (stage) => {
    const db = stage.get(Db);
    const { year, seeded, told } = await db.read(SYSTEM, async (tx) => ({
      year: await findYear(tx),
      seeded: await hasReached(tx, 'demo.seeded'),
      told: await hasReached(tx, 'demo.told'),
    }));
    if (told) return true;
    if (year === null || !seeded || !(await tellAll(stage, year, pace))) return false;
    await db.transaction(SYSTEM, (tx) => noteMilestone(tx, stage.get(AuditLog), 'demo.told', year, stage.clock.now()));
    return true;
  });
}

async function tellAll(
  stage: Stage,
  { anchor, versionIds }: { anchor: string; versionIds: string[] },
  { next }: Pace,
): Promise<boolean> {
  const troupe = new Troupe(stage);
  const telling = new TellStep(stage, troupe, await readLibrary(stage, troupe, versionIds));
  for (const step of learnersStory(anchor)) {
    await telling.run(step);
    if (!(await next())) return false;
  }
  return true;
}
