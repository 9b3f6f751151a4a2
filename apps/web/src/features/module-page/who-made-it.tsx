import type { ModulePage } from '@rounds/contracts/catalogue';
import { longDate } from '../../lib/dates.ts';
import { LEVEL_WORDS, NOT_REVIEWED } from '../../lib/learning-words.ts';
import { FactsTable } from '../../ui/facts-table.tsx';
import { Tag } from '../../ui/tag.tsx';

function Reviewer({ reviewedBy }: Pick<ModulePage, 'reviewedBy'>) {
  if (!reviewedBy) return <Tag kind="due">{NOT_REVIEWED}</Tag>;
  const where = reviewedBy.where === 'organisation' ? ', for your organisation' : '';
  return <>{`${reviewedBy.name}, ${reviewedBy.role}, ${longDate(reviewedBy.on)}${where}`}</>;
}

function ReviewBy({ reviewBy, reviewOverdue }: Pick<ModulePage, 'reviewBy' | 'reviewOverdue'>) {
  return reviewOverdue ? <Tag kind="gone">{longDate(reviewBy)}, which is past</Tag> : longDate(reviewBy);
}

/** Author, reviewer, dates and how AI was used: nobody is invented. */
export function WhoMadeIt({ module }: { module: ModulePage }) {
  const rows = [
    { name: 'Author', value: module.author },
    { name: 'Clinical reviewer', value: <Reviewer reviewedBy={module.reviewedBy} />, long: true },
    { name: 'Review by', value: <ReviewBy {...module} /> },
    { name: 'How AI was used', value: module.aiUse, long: true },
    { name: 'Level', value: LEVEL_WORDS[module.level] },
    { name: 'Version', value: `${module.version}, ${longDate(module.publishedOn)}` },
  ];
  return <FactsTable rows={rows} />;
}
