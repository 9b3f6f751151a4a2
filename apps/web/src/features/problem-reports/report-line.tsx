import type { ProblemReport } from '@rounds/contracts/problem-report';
import { Link } from 'react-router';
import { longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { AnswerForm } from './answer-form.tsx';
import styles from './report-line.module.css';

/** Where a report leads; null where the reader's role opens nothing. */
export type LinksOf = (report: ProblemReport) => { place: string | null; mend: string | null };

type ReportLineProps = {
  report: ProblemReport;
  links: ReturnType<LinksOf>;
  answering: boolean;
  onAnswering: (on: boolean) => void;
  onAnswered: () => void;
};

export function ReportLine({ report, links, answering, onAnswering, onAnswered }: ReportLineProps) {
  const { place, text, answer } = report;
  const name = place.kind === 'card' ? place.title : place.stem;
  return (
    <li className="stack tight">
      <h3 className={styles.place}>
        <span className={styles.kind}>{place.kind === 'card' ? 'Card: ' : 'Question: '}</span>
        {links.place ? <Link to={links.place}>{name}</Link> : name}
      </h3>
      <ReportFacts report={report} />
      <p className={styles.text}>{text}</p>
      {answer && (
        <div className={styles.answer}>
          <p className="fact">{`${answer.answeredBy} answered on ${longDate(answer.answeredOn)}`}</p>
          <p className={styles.words}>{answer.text}</p>
        </div>
      )}
      {answering ? (
        <AnswerForm reportId={report.reportId} onDone={onAnswered} onLeave={() => onAnswering(false)} />
      ) : (
        <div className={styles.ways}>
          {!answer && (
            <Button kind="second" onClick={() => onAnswering(true)}>
              Answer<span className="vh"> this report</span>
            </Button>
          )}
          {links.mend && <Link to={links.mend}>Mend this question’s key</Link>}
        </div>
      )}
    </li>
  );
}

function ReportFacts({
  report: { moduleTitle, version, reportedOn, senderPost, senderUnit },
}: {
  report: ProblemReport;
}) {
  return (
    <Facts>
      <>
        {moduleTitle}, version {version}
      </>
      <>{longDate(reportedOn)}</>
      <>{[senderPost, senderUnit].filter(Boolean).join(', ') || 'Sender without a post'}</>
    </Facts>
  );
}
