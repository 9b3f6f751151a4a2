import { addUnit } from '@rounds/contracts/units';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { unitOptions } from '../../lib/unit-options.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { UnitDialogProps } from './unit-act.ts';

export function AddUnitDialog({ unit, units, onChanged, onLeave }: UnitDialogProps) {
  const form = useSubmission({
    fields: ['name', 'parentId'],
    check: (values) => missing(values, { name: 'Write the unit’s name' }),
    send: async ({ name = '', parentId = '' }) => ({ name, tree: await call(addUnit, { body: { name, parentId } }) }),
    onDone: ({ name, tree }) => onChanged(tree, `${name} is added.`),
  });
  return (
    <FormDialog title="Add a unit" form={form} act="Add the unit" onLeave={onLeave}>
      <Field
        {...form.field('name')}
        label="Name"
        hint="As it is said: “Crisis team”."
        maxLength={120}
        autoComplete="off"
      />
      <Select {...form.field('parentId')} label="Below" defaultValue={unit.unitId} options={unitOptions(units)} />
    </FormDialog>
  );
}
