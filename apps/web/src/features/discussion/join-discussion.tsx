import { confirmDiscussion, type Discussion } from '@rounds/contracts/discussion';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api/client.ts';
import { discussionQuery } from '../../api/discussion.queries.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { paths } from '../../lib/paths.ts';
import { missing } from '../../lib/required-fields.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Entries, Entry } from '../../ui/entries.tsx';
import { Field } from '../../ui/field.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { confirmedWords, minutesWords } from './discussion-words.ts';

function Confirmed({ first }: { first: Discussion }) {
  const { data } = useQuery({ ...discussionQuery(first.discussionId), initialData: first });
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <Entry
      label={data.pathTitle}
      side={
        <ButtonLink kind="second" block to={paths.cpdRecord}>
          Your CPD record
        </ButtonLink>
      }
    >
      <div className="stack hair">
        <p ref={line} tabIndex={-1}>
          <b>You took part.</b> {minutesWords(data)}
        </p>
        <p role="status">{confirmedWords(data.confirmed)}</p>
        <p className="fact">You wrote: {data.line}</p>
      </div>
    </Entry>
  );
}

function ConfirmForm({ code, onDone }: { code: string; onDone: (discussion: Discussion) => void }) {
  const form = useSubmission({
    fields: ['code', 'line'],
    check: (values) => missing(values, { code: 'Type the code', line: 'Write one line' }),
    send: ({ code: typed = '', line = '' }) => call(confirmDiscussion, { body: { code: typed, line } }),
    onDone,
  });
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <FormProblems summary={form.summary} failure={form.failure} />
      <Field
        {...form.field('code')}
        label="The code"
        hint="Six letters and digits, as K7Q-F2M. Capitals and dashes do not matter."
        defaultValue={code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        narrow
        maxLength={20}
      />
      <TextArea
        {...form.field('line')}
        label="One line: what will you do?"
        hint="Only you see it. No patient details. It cannot be changed afterwards."
        maxLength={500}
      />
      <div>
        <Button type="submit" disabled={form.busy}>
          {form.busy ? 'One moment' : 'I took part'}
        </Button>
      </div>
    </form>
  );
}

/** Each who takes part confirms it for themselves, by the day's code. */
export function JoinDiscussion({ code }: { code: string }) {
  const [confirmed, setConfirmed] = useState<Discussion | null>(null);
  return (
    <>
      <PageHead title="Confirm a team discussion" crumb={<Crumbs to={paths.cpdRecord}>CPD record</Crumbs>}>
        <p className="lead">Whoever opened the discussion reads the code out.</p>
      </PageHead>
      <Entries>
        {confirmed ? (
          <Confirmed first={confirmed} />
        ) : (
          <Entry label="You were there">
            <ConfirmForm code={code} onDone={setConfirmed} />
          </Entry>
        )}
      </Entries>
    </>
  );
}
