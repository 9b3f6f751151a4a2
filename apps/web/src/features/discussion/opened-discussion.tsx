import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { discussionQuery } from '../../api/discussion.queries.ts';
import { longDate } from '../../lib/dates.ts';
import { paths } from '../../lib/paths.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import styles from './discussion.module.css';
import { confirmedWords } from './discussion-words.ts';

/** The code to read out, and how many have confirmed. */
export function OpenedDiscussion({ discussionId }: { discussionId: string }) {
  const { data } = useQuery(discussionQuery(discussionId));
  const code = useRef<HTMLParagraphElement>(null);
  const shown = data !== undefined;
  useEffect(() => {
    if (shown) code.current?.focus();
  }, [shown]);
  if (!data) return null;
  return (
    <Entry
      label="Your code for today"
      side={
        data.line === null && (
          <ButtonLink block to={`${paths.joinDiscussion}?code=${data.code}`}>
            Confirm that I take part
          </ButtonLink>
        )
      }
    >
      <div className="stack hair">
        <p ref={code} tabIndex={-1} className={styles['code']}>
          {data.code}
        </p>
        <p role="status">{confirmedWords(data.confirmed)}</p>
        <p className="fact">
          It works on {longDate(data.on)}, in your organisation. Each types it on their own device: CPD record, then “I
          have a code”.
        </p>
      </div>
    </Entry>
  );
}
