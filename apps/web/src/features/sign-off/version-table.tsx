import type { VersionForReview } from '@rounds/contracts/sign-off';
import type { Ref } from 'react';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { Heads } from '../../ui/heads.tsx';
import { Cell, RowLink, Table, TableScroll } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { REVIEW_KINDS, reviewInWords } from './review-words.ts';

type VersionTableProps = { versions: readonly VersionForReview[]; busy: boolean; ref: Ref<HTMLDivElement> };

export function VersionTable({ versions, busy, ref }: VersionTableProps) {
  return (
    <TableScroll label="Versions" ref={ref}>
      <div aria-busy={busy}>
        <Table
          records
          reflow
          caption="Current versions, those that wait first"
          captionHidden
          head={
            <Heads
              names={['Learning module', 'Version', 'Minutes', 'Published', 'Review by', 'Who vouches for it here']}
            />
          }
        >
          {versions.map((version) => (
            <VersionRow key={version.versionId} version={version} />
          ))}
        </Table>
      </div>
    </TableScroll>
  );
}

function VersionRow({ version }: { version: VersionForReview }) {
  return (
    <tr>
      <Cell heading phone="wide">
        <RowLink to={paths.signOff(version.versionId)}>{version.title}</RowLink>
        <br />
        <span className="plain quiet">{version.pathTitle}</span>
      </Cell>
      <Cell phone="wide" name="Version">
        {version.version}
      </Cell>
      <Cell phone="wide" name="Minutes">
        {version.minutes}
      </Cell>
      <Cell phone="none">{longDate(version.publishedOn)}</Cell>
      <Cell phone="wide" name="Review by">
        {version.reviewOverdue ? <Tag kind="gone">{longDate(version.reviewBy)}, past</Tag> : longDate(version.reviewBy)}
      </Cell>
      <Cell phone="wide">
        <Tag kind={REVIEW_KINDS[version.state]}>{reviewInWords(version)}</Tag>
      </Cell>
    </tr>
  );
}
