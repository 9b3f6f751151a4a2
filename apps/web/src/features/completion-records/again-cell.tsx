import type { ListedRecord } from '@rounds/contracts/completion-records';
import { longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Cell } from '../../ui/table.tsx';

/** The way to ask for the module again, or the day on which it was asked. */
export function AgainCell({ record, onAsk }: { record: ListedRecord; onAsk: () => void }) {
  const { givenName, familyName, module, askedAgain, mayAskAgain } = record;
  return (
    <Cell phone="wide" quiet>
      {askedAgain && `Asked again on ${longDate(askedAgain.askedOn)}`}
      {mayAskAgain && (
        <Button kind="text" onClick={onAsk}>
          Ask again
          <span className="vh">{` for “${module}” by ${givenName} ${familyName}`}</span>
        </Button>
      )}
    </Cell>
  );
}

/** Whether the table needs a column for it: a team manager's never does, unless a lead has asked. */
export const hasAgainCells = (records: readonly ListedRecord[]): boolean =>
  records.some(({ askedAgain, mayAskAgain }) => askedAgain !== null || mayAskAgain);
