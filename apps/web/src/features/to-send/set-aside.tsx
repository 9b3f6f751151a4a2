import { useMutation } from '@tanstack/react-query';
import { clockTime } from '../../lib/dates.ts';
import { setAsideWords } from '../../lib/kept-words.ts';
import { count } from '../../lib/words.ts';
import type { Letter } from '../../outbox/letter.ts';
import { useOutbox } from '../../outbox/outbox-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Tag } from '../../ui/tag.tsx';
import { letterWords } from './letter-words.ts';

/** What the server will not take: it stays here with its reason, and nothing waits for it. */
export function SetAside({ letters }: { letters: readonly Letter[] }) {
  const { retry, saveLetters } = useOutbox();
  const again = useMutation({ mutationFn: () => retry(letters.map(({ id }) => id)) });
  if (letters.length === 0) return null;
  return (
    <div className="stack hair">
      <p>
        <Tag kind="gone">{count(letters.length, 'thing')} set aside</Tag>
      </p>
      <p className="fact">
        The server did not take {letters.length === 1 ? 'it' : 'them'}. It stays here, and nothing waits for it.
      </p>
      <ul className="fact">
        {letters.map((letter) => (
          <li key={letter.id}>
            {letterWords(letter)}, {clockTime(letter.savedAt)}. {setAsideWords(letter.reason)}
          </li>
        ))}
      </ul>
      <p className="row">
        <Button kind="text" disabled={again.isPending} onClick={() => again.mutate()}>
          Try again
        </Button>
        <Button kind="text" onClick={() => void saveLetters(letters)}>
          Save a copy to read
        </Button>
      </p>
    </div>
  );
}
