import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { UnreachableError } from '../../api/problem-error.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { keepModule, type KeptModule, removeModule } from '../../kept/kept-modules.ts';
import { count } from '../../lib/words.ts';

function failureInWords(error: unknown): string {
  if (error instanceof UnreachableError) return 'The server does not answer, so it could not be kept. Try again later.';
  if (error instanceof DOMException && error.name === 'QuotaExceededError')
    return 'This device has no room for it. Remove something else first.';
  return refusalInWords(error);
}

/** Asks the browser, once something is kept, not to clear it away when it needs room. */
async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch(() => false);
}

/** Keeps and removes modules, and says in words how it went. */
export function useKeeping(owner: string) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function work(act: () => Promise<string>): Promise<void> {
    setBusy(true);
    setSaid(await act().catch(failureInWords));
    setBusy(false);
  }

  return {
    busy,
    said,
    keep: (modules: readonly Pick<KeptModule, 'moduleId'>[]) =>
      work(async () => {
        for (const [index, { moduleId }] of modules.entries()) {
          if (modules.length > 1) setSaid(`Keeping ${index + 1} of ${modules.length}`);
          await keepModule(client, owner, { moduleId, chosen: true });
        }
        await askToStay();
        return 'It opens without a network now.';
      }),
    remove: (modules: readonly KeptModule[]) =>
      work(async () => {
        for (const module of modules) await removeModule(client, owner, module);
        return `${count(modules.length, 'module')} removed from this device. What you did in ${modules.length === 1 ? 'it' : 'them'} stays.`;
      }),
  };
}
