import type { ModulePage } from '@rounds/contracts/catalogue';
import { longDate } from '../../lib/dates.ts';
import { LEVEL_WORDS, NOT_REVIEWED } from '../../lib/learning-words.ts';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';

function Reviewer({ reviewedBy }: Pick<ModulePage, 'reviewedBy'>) {
  if (!reviewedBy) return <Tag kind="due">{NOT_REVIEWED}</Tag>;
  const where = reviewedBy.where === 'organisation' ? ', for your organisation' : '';
  return <>{`${reviewedBy.name}, ${reviewedBy.role}, ${longDate(reviewedBy.on)}${where}`}</>;
}

/** Author, reviewer, dates and how AI was used: nobody is invented. */
export function WhoMadeIt({ module }: { module: ModulePage }) {
  return (
    <Table
      facts
      headHidden
      reflow
      open
      head={
        <>
          <Head>What</Head>
          <Head>Who or when</Head>
        </>
      }
    >
      <tr>
        <Cell heading>Author</Cell>
        <Cell>{module.author}</Cell>
      </tr>
      <tr>
        <Cell heading phone="wide">
          Clinical reviewer
        </Cell>
        <Cell phone="wide">
          <Reviewer reviewedBy={module.reviewedBy} />
        </Cell>
      </tr>
      <tr>
        <Cell heading>Review by</Cell>
        <Cell>
          {module.reviewOverdue ? (
            <Tag kind="gone">{longDate(module.reviewBy)}, which is past</Tag>
          ) : (
            longDate(module.reviewBy)
          )}
        </Cell>
      </tr>
      <tr>
        <Cell heading phone="wide">
          How AI was used
        </Cell>
        <Cell phone="wide">{module.aiUse}</Cell>
      </tr>
      <tr>
        <Cell heading>Level</Cell>
        <Cell>{LEVEL_WORDS[module.level]}</Cell>
      </tr>
      <tr>
        <Cell heading>Version</Cell>
        <Cell>{`${module.version}, ${longDate(module.publishedOn)}`}</Cell>
      </tr>
    </Table>
  );
}
