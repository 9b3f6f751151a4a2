import { Choice, Choices } from '../../ui/choice.tsx';
import { type ColumnKey, COLUMNS } from './record-columns.ts';

type ColumnChooserProps = { chosen: readonly ColumnKey[]; onChange: (chosen: readonly ColumnKey[]) => void };

/** One tick a column, in the table's order. The last one cannot be taken away. */
export function ColumnChooser({ chosen, onChange }: ColumnChooserProps) {
  return (
    <Choices legend="Columns, here and in the file" legendLook="quiet" bare columns>
      {COLUMNS.map(({ key, heading }) => {
        const ticked = chosen.includes(key);
        return (
          <Choice
            key={key}
            type="checkbox"
            checked={ticked}
            disabled={ticked && chosen.length === 1}
            onChange={() => onChange(ticked ? chosen.filter((one) => one !== key) : [...chosen, key])}
          >
            {heading}
          </Choice>
        );
      })}
    </Choices>
  );
}
