import { changeUnit } from '@rounds/contracts/units';
import { call } from '../../api/client.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import type { UnitDialogProps } from './unit-act.ts';

export function RenameUnitDialog({ unit, onChanged, onLeave }: UnitDialogProps) {
  const form = useSubmission({
    fields: ['name'],
    check: (values) => missing(values, { name: 'Write the unit’s name' }),
    send: async ({ name = '' }) => ({
      name,
      tree: await call(changeUnit, { params: { unitId: unit.unitId }, body: { name } }),
    }),
    onDone: ({ name, tree }) => onChanged(tree, `${unit.name} is now ${name}.`),
  });
  return (
    <FormDialog title={`Rename ${unit.name}`} form={form} act="Save" onLeave={onLeave}>
      <p>Completed records keep the old name: it was true when they were made.</p>
      <Field {...form.field('name')} label="Name" defaultValue={unit.name} maxLength={120} autoComplete="off" />
    </FormDialog>
  );
}
