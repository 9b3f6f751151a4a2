import { useEffect, useRef } from 'react';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { useDraft } from '../../outbox/use-draft.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { usePlayer } from './player.ts';

/** Milliseconds of rest after which a note is kept as an action. */
const REST = 1_500;

/** A note on the card: every key is kept on the device, and the text becomes an action when the writing rests. */
export function PrivateNote() {
  const { document, card, progress } = usePlayer();
  const { record } = useOutbox();
  const { versionId } = document;
  const kept = progress.notes[card.cardId] ?? '';
  const draft = useDraft(`note/${versionId}/${card.cardId}`, kept);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useRef(async () => {});
  save.current = async () => {
    clearTimeout(timer.current);
    // Only what was written here: a note that another tab or device went on with is newer than this page's.
    if (!draft.written) return;
    const text = draft.value;
    if (text !== kept) await record({ kind: 'note-saved', versionId, cardId: card.cardId, text });
    await draft.drop(text);
  };
  useEffect(() => {
    const last = save;
    return () => void last.current();
  }, []);
  return (
    <TextArea
      small
      label="Private note"
      hint="Only you see it. No patient details."
      maxLength={5000}
      value={draft.value}
      onBlur={() => void save.current()}
      onChange={(event) => {
        draft.set(event.target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void save.current(), REST);
      }}
    />
  );
}
