import type { INestApplicationContext } from '@nestjs/common';
import { civilDate } from '@rounds/rules/civil-date';
import { ImportLibrary } from '../journeys/system/import-library.ts';
import { AuditLog } from '../platform/audit/audit-log.ts';
import { type Config, ConfigFault } from '../platform/config.ts';
import { Db, SYSTEM } from '../platform/db.ts';
import { ORGANISATIONS } from './cast/cast.ts';
import { currentVersionIds, type DemoYear, findYear, hasReached, isEmpty, noteMilestone } from './demo-year.store.ts';
import { at, daysBefore, ZONE } from './story/calendar.ts';
import { signInsStory } from './story/sign-ins-story.ts';
import { inOrder } from './story/step.ts';
import { AddMembers } from './telling/add-members.ts';
import { FoundOrganisation } from './telling/found-organisation.ts';
import { GiveSignIns } from './telling/give-sign-ins.ts';
import { readLibrary } from './telling/library.ts';
import type { MovedClock } from './telling/moved-clock.ts';
import { onStageBeforeServing, refuseReal, type Stage } from './telling/stage.ts';
import { TellStep } from './telling/tell-step.ts';
import { Troupe } from './telling/troupe.ts';

/** Days before the anchor. */
const PUBLISHED = 402;
const FOUNDED = 395;
const SIGNED_IN = 394;

/**
 * Makes the demo's organisations, people and sign-ins, and what those who sign in did. Goes on where an earlier start
 * was broken off; does nothing once it is done. Throws a ConfigFault for a database with organisations of others.
 */
export async function seedDemo(app: INestApplicationContext, config: Config, clock: MovedClock): Promise<void> {
  refuseReal(config);
  const { seeded, year, empty } = await app.get(Db).read(SYSTEM, async (tx) => ({
    seeded: await hasReached(tx, 'demo.seeded'),
    year: await findYear(tx),
    empty: await isEmpty(tx),
  }));
  if (seeded) return;
  if (year === null && !empty) {
    throw new ConfigFault(
      'Rounds cannot start. DEMO is set, and the database has organisations of its own. Give the demo a database to itself.',
    );
  }
  await onStageBeforeServing(app, clock, async (stage) => tellSeed(stage, year ?? (await begin(stage, config))));
}

/** The library was there before the people. */
async function begin(stage: Stage, { demoAnchor, contentRoot }: Config): Promise<DemoYear> {
  const anchor = demoAnchor ?? civilDate(new Date(), ZONE) ?? '';
  stage.clock.moveTo(at(daysBefore(anchor, PUBLISHED), 0));
  await stage.get(ImportLibrary).run(contentRoot);
  return stage.get(Db).transaction(SYSTEM, async (tx) => {
    const year = { anchor, versionIds: await currentVersionIds(tx) };
    await noteMilestone(tx, stage.get(AuditLog), 'demo.begun', year, stage.clock.now());
    return year;
  });
}

async function tellSeed(stage: Stage, year: DemoYear): Promise<void> {
  const troupe = new Troupe(stage);
  for (const organisation of ORGANISATIONS) {
    stage.clock.moveTo(at(daysBefore(year.anchor, FOUNDED), 0));
    await new FoundOrganisation(stage, troupe).run(organisation);
    await new AddMembers(stage, troupe, year.anchor).run(organisation, FOUNDED);
  }
  const telling = new TellStep(stage, troupe, await readLibrary(stage, troupe, year.versionIds));
  for (const step of inOrder(signInsStory(year.anchor))) await telling.run(step);
  await new GiveSignIns(stage, troupe).run(daysBefore(year.anchor, SIGNED_IN));
  await stage
    .get(Db)
    .transaction(SYSTEM, (tx) => noteMilestone(tx, stage.get(AuditLog), 'demo.seeded', year, stage.clock.now()));
}
