import { Role } from '@rounds/contracts/actor';
import { grantRole } from '@rounds/contracts/person-roles';
import { useSuspenseQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { unitsQuery } from '../../api/units.queries.ts';
import { useSubmission } from '../../api/use-submission.ts';
import { missing } from '../../lib/required-fields.ts';
import { ROLE_WORDS } from '../../lib/role-words.ts';
import { unitOptions } from '../../lib/unit-options.ts';
import { Choice, Choices } from '../../ui/choice.tsx';
import { FaultLine } from '../../ui/fault-line.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { nameOf, type SectionProps } from './section.ts';

const WHAT_IT_OPENS: Record<Role, string> = {
  educator: 'Answers problem reports, mends wrong keys.',
  reviewer: 'Signs off learning modules, answers problem reports.',
  'cpd-lead': 'Sees and downloads completion records.',
  'team-manager': 'Sees and downloads completion records of the team.',
  administrator: 'Keeps people, units and roles; reads the audit log.',
};

export function RoleDialog({ person, onChanged, onLeave }: SectionProps & { onLeave: () => void }) {
  const { data } = useSuspenseQuery(unitsQuery);
  const form = useSubmission({
    fields: ['role', 'unitId'],
    check: (values) => missing(values, { role: 'Choose a role', unitId: 'Choose a unit' }),
    send: (values) =>
      call(grantRole, {
        params: { personId: person.personId },
        body: { role: Role.parse(values['role']), unitId: values['unitId'] ?? '' },
      }),
    onDone(changed) {
      onChanged(changed, 'The role is given.');
      onLeave();
    },
  });
  const role = form.field('role');
  return (
    <FormDialog title={`Give ${nameOf(person)} a role`} form={form} act="Give the role" onLeave={onLeave}>
      <Choices legend="Role" id={role.id} note={role.error && <FaultLine>{role.error}</FaultLine>}>
        {Role.options.map((value) => (
          <Choice key={value} type="radio" name="role" value={value} hint={WHAT_IT_OPENS[value]}>
            {ROLE_WORDS[value]}
          </Choice>
        ))}
      </Choices>
      <Select
        {...form.field('unitId')}
        label="Unit"
        hint="The role holds for this unit and all below it."
        options={[{ value: '', label: 'Choose a unit' }, ...unitOptions(data.units)]}
      />
    </FormDialog>
  );
}
