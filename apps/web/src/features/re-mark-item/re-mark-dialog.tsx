import type { Key } from '@rounds/contracts/item';
import { useMutation } from '@tanstack/react-query';
import { refusalInWords } from '../../api/refusal-words.ts';
import { count } from '../../lib/words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { effectBefore } from './effect-words.ts';
import type { Asked } from './pieces.ts';

type ReMarkDialogProps = { asked: Asked; onMend: (key: Key, reason: string) => Promise<void>; onLeave: () => void };

/** The dry run's answer, and the question whether to do it. */
export function ReMarkDialog({ asked: { key, reason, effect }, onMend, onLeave }: ReMarkDialogProps) {
  const { mutate, isPending, error } = useMutation({ mutationFn: () => onMend(key, reason), onSuccess: onLeave });
  const act =
    effect.attempts === 0 ? 'Mend the key' : `Mend the key and re-mark ${count(effect.attempts, 'try', 'tries')}`;
  return (
    <ConfirmDialog
      title="What it would change"
      act={act}
      leave="Change nothing"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <ul>
        {effectBefore(effect).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
