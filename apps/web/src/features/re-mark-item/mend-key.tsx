import type { Key } from '@rounds/contracts/item';
import { type ItemToMend, previewReMark } from '@rounds/contracts/re-mark';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { formValues } from '../../lib/form-values.ts';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { FormProblems } from '../../ui/form-problems.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { type Choice, choiceOf, keyIn, sameKey } from './chosen-key.ts';
import type { Asked, ItemPieces } from './pieces.ts';
import { ReMarkDialog } from './re-mark-dialog.tsx';

type MendKeyProps = Pick<ItemPieces, 'AnswerForm'> & {
  mend: ItemToMend;
  onMend: (key: Key, reason: string) => Promise<void>;
};

function faultsOf(key: Key | null, now: Key, reason: string): Record<string, string> {
  return {
    ...(key === null && { key: 'Choose the whole key' }),
    ...(key !== null && sameKey(key, now) && { key: 'This is the key already: choose another' }),
    ...(!reason && { reason: 'Write the reason' }),
  };
}

/** Asks what another key would change, once key and reason are complete. */
function useDryRun(mend: ItemToMend, choice: Choice) {
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [summary, setSummary] = useState<{ id: string; message: string }[]>([]);
  const { mutate, ...run } = useMutation({
    async mutationFn({ key, reason }: Omit<Asked, 'effect'>): Promise<Asked> {
      const params = { itemVersionId: mend.itemVersionId };
      return { key, reason, effect: await call(previewReMark, { params, body: { key } }) };
    },
  });
  function ask(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const { reason = '' } = formValues(event.currentTarget);
    const key = keyIn(choice, mend.item);
    const found = faultsOf(key, mend.key, reason);
    setFaults(found);
    setSummary(Object.entries(found).map(([id, message]) => ({ id: `mend-${id}`, message })));
    if (key && Object.keys(found).length === 0) mutate({ key, reason });
  }
  return { ask, faults, summary, run };
}

export function MendKey({ mend, AnswerForm, onMend }: MendKeyProps) {
  const [choice, setChoice] = useState<Choice>(choiceOf(mend.key));
  const { ask, faults, summary, run } = useDryRun(mend, choice);
  return (
    <Entry label="The right key">
      <form className="stack" noValidate onSubmit={ask}>
        <FormProblems summary={summary} failure={run.error && refusalInWords(run.error)} />
        <div id="mend-key" tabIndex={-1}>
          <AnswerForm item={mend.item} legend="Which answer is right?" answer={choice} onAnswer={setChoice} />
        </div>
        <TextArea
          id="mend-reason"
          name="reason"
          error={faults['reason']}
          label="Reason"
          hint="It is kept with your name beside the key, and in the audit log."
          maxLength={1000}
        />
        <p className="fact">First you see what it would change. Nothing is changed yet.</p>
        <div className="row">
          <Button type="submit" disabled={run.isPending}>
            {run.isPending ? 'One moment' : 'See what it would change'}
          </Button>
        </div>
      </form>
      {run.data && <ReMarkDialog asked={run.data} onMend={onMend} onLeave={() => run.reset()} />}
    </Entry>
  );
}
