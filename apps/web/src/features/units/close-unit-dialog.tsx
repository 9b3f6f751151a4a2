import { closeUnit } from '@rounds/contracts/units';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { refusalInWords } from '../../api/refusal-words.ts';
import { count, list } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { UnitDialogProps } from './unit-act.ts';
import { inTheWayOfClosing } from './unit-tree.ts';

export function CloseUnitDialog({ unit, units, onChanged, onLeave }: UnitDialogProps) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(closeUnit, { params: { unitId: unit.unitId } }),
    onSuccess: (tree) => onChanged(tree, `${unit.name} is closed.`),
  });
  const inTheWay = inTheWayOfClosing(units, unit);
  if (inTheWay.people > 0 || inTheWay.units > 0) return <NotYet unit={unit} inTheWay={inTheWay} onLeave={onLeave} />;
  return (
    <ConfirmDialog
      title={`Close ${unit.name}?`}
      act="Close the unit"
      kind="stop"
      leave="Keep it open"
      busy={isPending}
      failure={error && refusalInWords(error)}
      onConfirm={() => mutate()}
      onLeave={onLeave}
    >
      <p>Nobody can be given a post in it from then on. Its records stay, under its name.</p>
    </ConfirmDialog>
  );
}

type NotYetProps = Pick<UnitDialogProps, 'unit' | 'onLeave'> & { inTheWay: { units: number; people: number } };

function NotYet({ unit, inTheWay, onLeave }: NotYetProps) {
  const { units, people } = inTheWay;
  const left = list([
    ...(people > 0 ? [count(people, 'person', 'people') + ' with a post in it'] : []),
    ...(units > 0 ? [count(units, 'unit') + ' below it'] : []),
  ]);
  return (
    <Dialog title={`${unit.name} cannot be closed yet`} onClose={onLeave}>
      <p>{`There ${people + units === 1 ? 'is' : 'are'} still ${left}. End those posts, and move or close those units first.`}</p>
      <div className="row">
        <Button onClick={onLeave}>Back to the units</Button>
      </div>
    </Dialog>
  );
}
