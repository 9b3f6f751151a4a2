import type { CpdEntryDetail } from '@rounds/contracts/cpd-record';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cpdEntryQuery } from '../../api/cpd-record.queries.ts';
import type { ComponentType } from 'react';
import { clockTime, longDate } from '../../lib/dates.ts';
import { NOT_REVIEWED } from '../../lib/learning-words.ts';
import { minutesInWords } from '../../lib/minutes.ts';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { FactsTable } from '../../ui/facts-table.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tag } from '../../ui/tag.tsx';
import { EntryReflections } from './entry-reflections.tsx';

const REASON = {
  'not-reviewed':
    'No clinician had reviewed this version when you passed it. The completion stands; it adds no minutes.',
  'already-awarded': 'Its minutes were already in your record for this round. This completion adds none.',
} as const;

const moment = (at: string): string => `${longDate(at)}, ${clockTime(at)}`;

function Details({ entry }: { entry: CpdEntryDetail }) {
  const rows = [
    { name: 'Learning path', value: entry.pathTitle },
    { name: 'Version', value: entry.version },
    { name: 'Round', value: String(entry.round) },
    { name: 'Provider', value: entry.provider },
    { name: 'Where you were', value: `${entry.unitName}, ${entry.organisationName}` },
    { name: 'Completed', value: moment(entry.completedAt) },
    { name: 'On the server', value: moment(entry.receivedAt) },
    { name: 'Clinical reviewer', value: entry.reviewedBy ?? <Tag kind="due">{NOT_REVIEWED}</Tag> },
  ];
  return <FactsTable rows={rows.map((row) => ({ ...row, long: true }))} />;
}

function Standards({ standards }: Pick<CpdEntryDetail, 'standards'>) {
  if (standards.length === 0) return null;
  return (
    <Entry label="What it serves">
      <div className="stack tight">
        {standards.map(({ body, code, version, why }) => (
          <p key={`${body} ${code}`}>
            {`${body}, ${code}. `}
            <span className="quiet">{`${why} (${version})`}</span>
          </p>
        ))}
      </div>
    </Entry>
  );
}

type EntryPieces = { PrintPage: ComponentType };

function WaysOn({ entry, PrintPage }: EntryPieces & { entry: CpdEntryDetail }) {
  return (
    <>
      <ButtonLink kind={entry.hasReflection ? 'second' : 'main'} block to={paths.reflect(entry.completionId)}>
        {entry.hasReflection ? 'Write it anew' : 'Reflect, about 1 min'}
      </ButtonLink>
      <ButtonLink kind="second" block to={paths.result(entry.attemptId)}>
        Your quiz, explained
      </ButtonLink>
      <ButtonLink kind="text" to={paths.module(entry.moduleId)}>
        The module
      </ButtonLink>
      <PrintPage />
    </>
  );
}

/** One entry of the record, with all that must stay true at appraisal, and its reflections. */
export function CpdEntry({ completionId, PrintPage }: EntryPieces & { completionId: string }) {
  const { data: entry } = useSuspenseQuery(cpdEntryQuery(completionId));
  const title = entry.noMinutesReason ? 'no minutes' : minutesInWords(entry.creditMinutes);
  return (
    <>
      <PageHead
        title={entry.title}
        crumb={<Crumbs to={paths.cpdRecord}>CPD record</Crumbs>}
        side={<WaysOn entry={entry} PrintPage={PrintPage} />}
      >
        <p className="lead">
          <b>{title}</b>, completed {longDate(entry.completedOn)}
        </p>
        {entry.noMinutesReason && (
          <Notice>
            <p>{REASON[entry.noMinutesReason]}</p>
          </Notice>
        )}
      </PageHead>
      <Entries>
        <EntryReflections completionId={completionId} reflections={entry.reflections} />
        <Entry label="The record" wide>
          <Details entry={entry} />
        </Entry>
        <Standards standards={entry.standards} />
      </Entries>
    </>
  );
}
