import { PrintPage } from '../../features/print-page/print-page.tsx';
import { ReadAloud } from '../../features/read-aloud/read-aloud.tsx';

/** What a card can do beside being read. */
export function CardTools({ language }: { language: string }) {
  return (
    <div className="row">
      <ReadAloud language={language} />
      <PrintPage />
    </div>
  );
}
