import { ReadAloud } from '../../features/read-aloud/read-aloud.tsx';
import { later } from '../later.tsx';

const PrintPage = later(async () => (await import('../../features/print-page/print-page.tsx')).PrintPage);

/** What a card can do beside being read. */
export function CardTools({ language }: { language: string }) {
  return (
    <div className="row">
      <ReadAloud language={language} />
      <PrintPage />
    </div>
  );
}
