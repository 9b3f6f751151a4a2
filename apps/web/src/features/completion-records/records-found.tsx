import { useQuery } from '@tanstack/react-query';
import type { RecordFilter } from '@rounds/contracts/completion-records';
import { recordTotalQuery } from '../../api/completion-records.queries.ts';
import { count } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import styles from './records-found.module.css';

/** "48 records", "over 10,000 records": null while it is not known. */
export function useRecordTotal(filter: RecordFilter): { count: number; over: boolean } | null | undefined {
  const { data, isError } = useQuery(recordTotalQuery(filter));
  return isError ? null : data;
}

type Total = ReturnType<typeof useRecordTotal>;

export function totalInWords(total: Total): string {
  if (total === undefined) return 'Counting the records';
  if (total === null) return 'The total did not arrive';
  return total.over ? `Over ${count(total.count, 'record')}` : count(total.count, 'record');
}

type RecordsFoundProps = { total: Total; filterWords: string; onClear: () => void };

export function RecordsFound({ total, filterWords, onClear }: RecordsFoundProps) {
  return (
    <>
      <p role="status">
        <b>{totalInWords(total)}</b>
        {filterWords && ` for ${filterWords}`}
      </p>
      {filterWords && (
        <Button kind="text" onClick={onClear}>
          Clear filters
        </Button>
      )}
      <a className={styles.jump} href="#file">
        Columns and download
      </a>
    </>
  );
}
