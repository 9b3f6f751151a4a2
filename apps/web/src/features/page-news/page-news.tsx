import { OfflineLine } from './offline-line.tsx';
import { UpdatePrompt } from './update-prompt.tsx';

/** What there is to say above any page: a newer program, or no answer from the server. */
export function PageNews() {
  return (
    <>
      <UpdatePrompt />
      <OfflineLine />
    </>
  );
}
