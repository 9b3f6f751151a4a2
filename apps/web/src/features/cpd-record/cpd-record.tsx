import type { CpdEntry } from '@rounds/contracts/cpd-record';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { cpdRecordQuery } from '../../api/cpd-record.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { NOT_REVIEWED } from '../../lib/learning-words.ts';
import { minutesInWords } from '../../lib/minutes.ts';
import { paths } from '../../lib/paths.ts';
import { count } from '../../lib/words.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Disclosure, FoldLine, Folds } from '../../ui/disclosure.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Cell, Head, Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { RecordDiscussions } from './record-discussions.tsx';
import { minutesOf, pathFact, pathState } from './record-words.tsx';

type RecordPath = { pathId: string; title: string; creditMinutes: number; entries: CpdEntry[] };

function EntryRow({ entry }: { entry: CpdEntry }) {
  return (
    <tr>
      <Cell heading phone="wide">
        <Link to={paths.cpdEntry(entry.completionId)}>{entry.title}</Link>
        {!entry.reviewedBy && (
          <div className="fact plain">
            <Tag kind="due">{NOT_REVIEWED}</Tag>
          </div>
        )}
      </Cell>
      <Cell>{longDate(entry.completedOn)}</Cell>
      <Cell number phone="end">
        {minutesOf(entry)}
      </Cell>
    </tr>
  );
}

function PathEntries({ entries }: { entries: readonly CpdEntry[] }) {
  const head = (
    <>
      <Head>Module</Head>
      <Head>Done</Head>
      <Head>Minutes</Head>
    </>
  );
  return (
    <Table headHidden reflow open head={head}>
      {entries.map((entry) => (
        <EntryRow key={entry.completionId} entry={entry} />
      ))}
    </Table>
  );
}

function Nothing({ year }: { year: number }) {
  return (
    <Empty
      title={`Nothing in ${year} yet`}
      action={
        <ButtonLink kind="second" to={paths.today}>
          Go to Today
        </ButtonLink>
      }
    >
      <p>A module you pass comes here in the same instant, with its minutes.</p>
    </Empty>
  );
}

function Paths({ paths: all }: { paths: readonly RecordPath[] }) {
  return (
    <Folds flush>
      {all.map((path, index) => (
        <Disclosure
          key={path.pathId}
          look="path"
          open={index === 0}
          summary={
            <FoldLine
              name={path.title}
              fact={pathFact(path.entries)}
              state={pathState(path.entries)}
              figure={minutesInWords(path.creditMinutes)}
            />
          }
        >
          <PathEntries entries={path.entries} />
        </Disclosure>
      ))}
    </Folds>
  );
}

/** One calendar year of the learner's own record: one line a path, which opens to its modules. */
export function CpdRecord({ year }: { year: number | null }) {
  const { data: record } = useSuspenseQuery(cpdRecordQuery(year));
  const entries = record.paths.reduce((sum, path) => sum + path.entries.length, 0);
  return (
    <Entries>
      <Entry label="So far">
        <div className="stack hair">
          <p>
            <b>{minutesInWords(record.creditMinutes)}</b> from {longDate(record.from)} to {longDate(record.to)}
          </p>
          <p className="fact">
            {`${count(entries, 'completion')}. Minutes are kept whole, and nothing is rounded. Your body’s own year may run differently.`}
          </p>
        </div>
      </Entry>
      <Entry label="Your learning" wide>
        {record.paths.length === 0 ? <Nothing year={record.year} /> : <Paths paths={record.paths} />}
      </Entry>
      <RecordDiscussions discussions={record.discussions} />
    </Entries>
  );
}
