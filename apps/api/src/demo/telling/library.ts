import { LearnerDocument } from '@rounds/contracts/learner-document';
import type { MarkingDocument } from '@rounds/contracts/marking-document';
import { DocumentStore } from '../../domains/content/document.store.ts';
import { VersionStore } from '../../domains/content/version.store.ts';
import { Db, SYSTEM } from '../../platform/db.ts';
import { ORGANISATIONS } from '../cast/cast.ts';
import type { Stage } from './stage.ts';
import type { Troupe } from './troupe.ts';

/** A module version as people in the story meet it: what is shown, and what would be right. */
export type Taught = { learner: LearnerDocument; marking: MarkingDocument };

/** In the order of the ids, as Northgate has them. */
export async function readLibrary(stage: Stage, troupe: Troupe, versionIds: readonly string[]): Promise<Taught[]> {
  const [{ code, members }] = ORGANISATIONS;
  const { organisationId } = await troupe.actor(code, members[0].name);
  const [documents, versions] = [stage.get(DocumentStore), stage.get(VersionStore)];
  return stage.get(Db).read(SYSTEM, async (tx) => {
    const taught: Taught[] = [];
    for (const versionId of versionIds) {
      const document = await documents.find(tx, versionId, stage.clock.now());
      const version = await versions.forMarking(tx, versionId, organisationId);
      if (document === null || version === null) continue;
      taught.push({
        learner: LearnerDocument.parse(JSON.parse(document.plain.toString())),
        marking: version.markingDocument,
      });
    }
    return taught;
  });
}
