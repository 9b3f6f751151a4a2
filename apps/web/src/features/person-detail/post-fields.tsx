import type { addPost } from '@rounds/contracts/people';
import type { BodyOf } from '@rounds/contracts/endpoint';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { unitsQuery } from '../../api/units.queries.ts';
import { useToday } from '../../api/use-today.ts';
import type { FormValues } from '../../lib/form-values.ts';
import { missing } from '../../lib/required-fields.ts';
import { unitOptions } from '../../lib/unit-options.ts';
import { Choice } from '../../ui/choice.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

export const POST_FIELDS = ['unitId', 'title', 'staffGroup', 'startsOn', 'endsOn'] as const;

type PostFieldsProps = { field: (name: string) => { id: string; name: string; error: string | undefined } };

/** The fields of a post: the same for a new person and for one more post. */
export function PostFields({ field }: PostFieldsProps) {
  const { data } = useSuspenseQuery(unitsQuery);
  const today = useToday();
  const groups = useId();
  return (
    <>
      <Select
        {...field('unitId')}
        label="Unit"
        options={[{ value: '', label: 'Choose a unit' }, ...unitOptions(data.units)]}
      />
      <Field
        {...field('title')}
        label="Post"
        hint="As it is called on the ward: “Ward nurse”."
        maxLength={120}
        autoComplete="off"
      />
      <Field
        {...field('staffGroup')}
        label="Staff group"
        hint="Choose one in use, or write a new one."
        maxLength={80}
        list={groups}
        autoComplete="off"
      />
      <datalist id={groups}>
        {data.staffGroups.map((group) => (
          <option key={group} value={group} />
        ))}
      </datalist>
      <Field {...field('startsOn')} narrow type="date" label="First day" defaultValue={today} />
      <Field {...field('endsOn')} narrow type="date" label="Last day" hint="Empty if it has no end." />
    </>
  );
}

/** For a person who has a post already. */
export function MainPostChoice() {
  return (
    <Choice type="checkbox" name="main" hint="Their work is counted to its unit.">
      This is the main post now
    </Choice>
  );
}

export function missingInPost(values: FormValues): Record<string, string> {
  const faults = missing(values, {
    unitId: 'Choose a unit',
    title: 'Write what the post is called',
    staffGroup: 'Write the staff group',
    startsOn: 'Write the first day',
  });
  const { startsOn = '', endsOn = '' } = values;
  if (endsOn && endsOn < startsOn) faults['endsOn'] = 'The last day is before the first one';
  return faults;
}

export function postIn(values: FormValues, main: boolean): BodyOf<typeof addPost> {
  const { unitId = '', title = '', staffGroup = '', startsOn = '', endsOn } = values;
  return { unitId, title, staffGroup, startsOn, endsOn: endsOn || null, main };
}
