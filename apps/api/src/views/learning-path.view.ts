import type { LearningPath } from '@rounds/contracts/catalogue';
import type { ReadTx } from '../platform/db.ts';
import { modulesInPathOrder, type Reader } from './module-summary.view.ts';

type PathRow = Omit<LearningPath, 'modules'>;

/** Null for a path that does not exist for this reader, or has nothing on offer. */
export async function learningPath(tx: ReadTx, reader: Reader, pathId: string): Promise<LearningPath | null> {
  const path = await tx.row<PathRow>(PATH, [pathId]);
  if (path === null) return null;
  return { ...path, modules: await modulesInPathOrder(tx, reader, pathId) };
}

const PATH = `
  SELECT p.id AS "pathId", p.title, p.summary, sum(v.minutes)::int AS minutes,
    p.discussion IS NOT NULL AS "hasDiscussion"
  FROM learning_path p
  JOIN learning_module m ON m.path_id = p.id
  JOIN current_version v ON v.module_id = m.id
  WHERE p.id = $1
  GROUP BY p.id`;
