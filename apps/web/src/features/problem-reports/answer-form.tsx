import { answerProblemReport } from '@rounds/contracts/problem-report';
import { useEffect, useRef } from 'react';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { Button } from '../../ui/button.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';
import { TextArea } from '../../ui/text-area.tsx';

type AnswerFormProps = { reportId: string; onDone: () => void; onLeave: () => void };

/** One answer, once: its sender reads it as it is written here. */
export function AnswerForm({ reportId, onDone, onLeave }: AnswerFormProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const form = useSubmission({
    fields: ['text'],
    check: (values) => missing(values, { text: 'Write an answer' }),
    send: ({ text = '' }) => call(answerProblemReport, { params: { reportId }, body: { text } }),
    onDone,
  });
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <FormProblems summary={form.summary} failure={form.failure} />
      <TextArea
        {...form.field('text')}
        ref={box}
        label="Your answer"
        hint="The sender reads it on Today, as you write it here. It cannot be changed afterwards."
        maxLength={2000}
      />
      <div className="row">
        <Button type="submit" disabled={form.busy}>
          {form.busy ? 'One moment' : 'Send the answer'}
        </Button>
        <Button kind="text" onClick={onLeave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
