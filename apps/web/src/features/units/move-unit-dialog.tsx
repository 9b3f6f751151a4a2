import { changeUnit } from '@rounds/contracts/units';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { unitOptions } from '../../lib/unit-options.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { UnitDialogProps } from './unit-act.ts';
import { placesFor } from './unit-tree.ts';

export function MoveUnitDialog({ unit, units, onChanged, onLeave }: UnitDialogProps) {
  const form = useSubmission({
    fields: ['parentId'],
    check: (values) => missing(values, { parentId: 'Choose where it goes' }),
    send: ({ parentId = '' }) => call(changeUnit, { params: { unitId: unit.unitId }, body: { parentId } }),
    onDone: (tree) => onChanged(tree, `${unit.name} is moved.`),
  });
  return (
    <FormDialog title={`Move ${unit.name}`} form={form} act="Move it" onLeave={onLeave}>
      <p>
        All below it moves too. Leads and managers of the new place see its records from then on; those of the old place
        no longer do.
      </p>
      <Select
        {...form.field('parentId')}
        label="Below"
        options={[{ value: '', label: 'Choose a unit' }, ...unitOptions(placesFor(units, unit))]}
      />
    </FormDialog>
  );
}
