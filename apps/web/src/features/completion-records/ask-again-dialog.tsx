import type { ListedRecord } from '@rounds/contracts/completion-records';
import { askAgain, type AskedAgain } from '@rounds/contracts/recertification';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { longDate } from '../../lib/dates.ts';
import { missing } from '../../lib/required-fields.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';

type AskAgainDialogProps = {
  record: ListedRecord;
  /** What was done, in words. */
  onAsked: (words: string) => void;
  onLeave: () => void;
};

/** Asks a person to do a completed module again, with the reason that they will read. */
export function AskAgainDialog({ record, onAsked, onLeave }: AskAgainDialogProps) {
  const client = useQueryClient();
  const name = `${record.givenName} ${record.familyName}`;
  const form = useSubmission({
    fields: ['reason'],
    check: (values) => missing(values, { reason: 'Write why' }),
    // Closed only when the row has changed: the focus does not go back to a button that is about to go.
    async send({ reason = '' }) {
      const asked = await call(askAgain, { params: { recordId: record.recordId }, body: { reason } });
      await client.invalidateQueries({ queryKey: ['completion-records'] });
      return doneInWords(name, reason, asked);
    },
    onDone(words) {
      onAsked(words);
      onLeave();
    },
  });
  return (
    <FormDialog title={`Ask ${name} to do “${record.module}” again?`} form={form} act="Ask" onLeave={onLeave}>
      <p>
        They see it, with your reason, on Today and on the module’s page. A pass earns the minutes again at once. This
        record stays as it is.
      </p>
      <TextArea
        {...form.field('reason')}
        label="Why"
        hint={`${record.givenName} reads it as you write it. No patient data.`}
        maxLength={300}
      />
    </FormDialog>
  );
}

/** Somebody else may have asked in the meantime: then theirs stands. */
function doneInWords(name: string, reason: string, asked: AskedAgain): string {
  if (asked.reason === reason.trim()) return `${name} is asked to do it again.`;
  return `${name} was asked before, on ${longDate(asked.askedOn)}, and that stands: “${asked.reason}”`;
}
