import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { CatalogueQuery, LearningPath, ModulePage, searchCatalogue } from '@rounds/contracts/catalogue';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { resumePoint } from '@rounds/rules/resume-point';
import { roundOf } from '@rounds/rules/round-of';
import { creditable } from '../../domains/content/rules/creditable.ts';
import { Clock } from '../../platform/clock.ts';
import { CONFIG, type Config } from '../../platform/config.ts';
import { Db } from '../../platform/db.ts';
import { Refusal } from '../../platform/problems.ts';
import { catalogueFacets, cataloguePage } from '../../views/catalogue.view.ts';
import { learningPath } from '../../views/learning-path.view.ts';
import { type ModuleFacts, moduleFacts } from '../../views/module-page.view.ts';
import type { Reader } from '../../views/module-summary.view.ts';

type Catalogue = ResponseOf<typeof searchCatalogue>;

/** What there is to learn, as it stands for one learner. */
@Injectable()
export class BrowseLibrary {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  search(actor: Actor, query: CatalogueQuery): Promise<Catalogue> {
    return this.db.read(actor, async (tx) => {
      const page = await cataloguePage(tx, this.readerOf(actor), query);
      return { ...page, ...(await catalogueFacets(tx)) };
    });
  }

  async path(actor: Actor, pathId: string): Promise<LearningPath> {
    const path = await this.db.read(actor, (tx) => learningPath(tx, this.readerOf(actor), pathId));
    if (path === null) throw new Refusal('not-found', 'There is no such learning path');
    return path;
  }

  /** A retired module keeps its page for people with records of it. */
  async module(actor: Actor, moduleId: string): Promise<ModulePage> {
    const facts = await this.db.read(actor, (tx) => moduleFacts(tx, this.readerOf(actor), moduleId));
    if (facts === null || (facts.retired && !facts.hasRecords)) {
      throw new Refusal('not-found', 'There is no such learning module');
    }
    return {
      ...facts,
      credit: creditNow(facts, this.config.demo),
      resume: facts.opened ? resumePoint(facts.viewedCardIds, facts.cardIds) : null,
    };
  }

  private readerOf({ personId, organisationId }: Actor): Reader {
    return { personId, organisationId, now: this.clock.now() };
  }
}

/** Whether a pass today would add minutes. */
function creditNow({ previous, major, today, reviewedBy }: ModuleFacts, demo: boolean): ModulePage['credit'] {
  const round = roundOf({ previous, major, on: today });
  if (round.awarded) return { counts: false, reason: 'already-awarded', nextRoundFrom: round.nextRoundFrom };
  const counts = creditable({ reviewedBy, demo });
  return { counts, reason: counts ? null : 'not-reviewed', nextRoundFrom: null };
}
