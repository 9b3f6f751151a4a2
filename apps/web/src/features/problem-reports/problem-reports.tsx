import { useQueryClient, useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reportsQuery } from '../../api/problem-report.queries.ts';
import { count } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Said } from '../../ui/said.tsx';
import { returnFocus } from '../../ui/return-focus.ts';
import { type LinksOf, ReportLine } from './report-line.tsx';
import styles from './report-line.module.css';

/** What learners said is wrong: open ones first, those answered below. */
export function ProblemReports({ linksOf }: { linksOf: LinksOf }) {
  const client = useQueryClient();
  const { data } = useSuspenseInfiniteQuery(reportsQuery('open'));
  const [said, setSaid] = useState('');
  const open = data.pages[0]?.open ?? 0;
  function onAnswered(): void {
    void client.invalidateQueries({ queryKey: ['problem-reports'] });
    setSaid('The answer is kept. Its sender sees it on Today.');
    returnFocus(null);
  }
  return (
    <>
      <PageHead title="Problem reports">
        <p className="fact">
          From “Something wrong here?” on cards and explained answers. Senders are known by post and unit, never by
          name.
        </p>
        <Said words={said} />
      </PageHead>
      <Entries>
        <Entry label={open === 0 ? 'Open' : `Open, ${open}`} wide>
          <Reports state="open" linksOf={linksOf} onAnswered={onAnswered} />
        </Entry>
        <Entry label="Answered" wide>
          <Reports state="answered" linksOf={linksOf} onAnswered={onAnswered} />
        </Entry>
      </Entries>
    </>
  );
}

type ReportsProps = { state: 'open' | 'answered'; linksOf: LinksOf; onAnswered: () => void };

const NONE = {
  open: (
    <Empty title="No open reports">
      <p>When a learner says that something is wrong, it appears here.</p>
    </Empty>
  ),
  answered: <p className="fact">None yet.</p>,
} as const;

function Reports({ state, linksOf, onAnswered }: ReportsProps) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(reportsQuery(state));
  const [answering, setAnswering] = useState<string | null>(null);
  const reports = data.pages.flatMap((page) => page.reports);
  if (reports.length === 0) return NONE[state];
  return (
    <>
      <ul className={styles.reports}>
        {reports.map((report) => (
          <ReportLine
            key={report.reportId}
            report={report}
            links={linksOf(report)}
            answering={answering === report.reportId}
            onAnswering={(on) => setAnswering(on ? report.reportId : null)}
            onAnswered={() => {
              setAnswering(null);
              onAnswered();
            }}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button kind="second" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {`Show more than these ${count(reports.length, 'report')}`}
        </Button>
      )}
    </>
  );
}
