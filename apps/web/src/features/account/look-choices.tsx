import type { Me } from '@rounds/contracts/me';
import type { Preferences } from '@rounds/contracts/preferences';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keepLook, lookOf } from '../../lib/look.ts';
import { sendLook } from '../../outbox/send-look.ts';
import { Said } from '../../ui/said.tsx';
import { Segments } from '../../ui/segments.tsx';

const USUAL = 'usual';

type Choice<Name extends keyof Preferences> = {
  name: Name;
  legend: string;
  options: readonly { value: NonNullable<Preferences[Name]> | typeof USUAL; label: string }[];
};

const TEXT: Choice<'text'> = {
  name: 'text',
  legend: 'Text size',
  options: [
    { value: USUAL, label: 'Usual' },
    { value: 'larger', label: 'Larger' },
    { value: 'largest', label: 'Largest' },
  ],
};
const SPACING: Choice<'spacing'> = {
  name: 'spacing',
  legend: 'Spacing of lines, letters and words',
  options: [
    { value: USUAL, label: 'Usual' },
    { value: 'wide', label: 'Wide' },
  ],
};
const THEME: Choice<'theme'> = {
  name: 'theme',
  legend: 'Colours',
  options: [
    { value: USUAL, label: 'As the device' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
    { value: 'contrast', label: 'High contrast' },
  ],
};
const MOTION: Choice<'motion'> = {
  name: 'motion',
  legend: 'Motion',
  options: [
    { value: USUAL, label: 'As the device' },
    { value: 'none', label: 'None' },
  ],
};

function useLook(me: Me) {
  const client = useQueryClient();
  const [look, setLook] = useState(() => lookOf(me).preferences);
  const [said, setSaid] = useState('');
  async function change(next: Preferences): Promise<void> {
    setLook(next);
    keepLook({ personId: me.personId, preferences: next, unsent: new Date().toISOString() });
    try {
      await sendLook(client);
      setSaid('Saved. It follows you to every device.');
    } catch {
      setSaid('Saved on this device. It is sent to the server later.');
    }
  }
  return { look, said, change };
}

/** How the product looks for one person: shown at once, and on their other devices when they next open it. */
export function LookChoices({ me }: { me: Me }) {
  const { look, said, change } = useLook(me);
  const choose = <Name extends keyof Preferences>({ name, legend, options }: Choice<Name>) => (
    <Segments
      legend={legend}
      name={name}
      value={look[name] ?? USUAL}
      options={options}
      onChange={(chosen) => {
        const { [name]: _, ...others } = look;
        void change(chosen === USUAL ? others : { ...others, [name]: chosen });
      }}
    />
  );
  return (
    <div className="stack">
      {choose(TEXT)}
      {choose(SPACING)}
      {choose(THEME)}
      {choose(MOTION)}
      <p className="fact">What you choose follows you to every device. Only you see it.</p>
      <Said words={said} />
    </div>
  );
}
