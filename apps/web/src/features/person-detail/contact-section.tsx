import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/entries.tsx';
import { FactsList } from '../../ui/facts-list.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { nameOf, type SectionProps } from './section.ts';

export function ContactSection({ person, onChanged }: SectionProps) {
  const [open, setOpen] = useState(false);
  return (
    <Entry
      label="Name and contact"
      side={
        <Button kind="second" block onClick={() => setOpen(true)}>
          Correct these
        </Button>
      }
    >
      <FactsList
        facts={[
          ['Name', nameOf(person)],
          ['E-mail', person.email ?? 'None'],
          ['Staff number', person.staffNumber ?? 'None'],
        ]}
      />
      {open && <ContactDialog person={person} onChanged={onChanged} onLeave={() => setOpen(false)} />}
    </Entry>
  );
}
