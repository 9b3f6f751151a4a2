import { useState } from 'react';
import { keepLook, keptLook } from '../../lib/look.ts';
import { Segments } from '../../ui/segments.tsx';

const OPTIONS = [
  { value: 'device', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'High contrast' },
] as const;

export function LookChoice() {
  const [look, setLook] = useState(keptLook);
  return (
    <div className="stack tight">
      <Segments
        legend="On this device"
        name="look"
        value={look}
        options={OPTIONS}
        onChange={(chosen) => {
          keepLook(chosen);
          setLook(chosen);
        }}
      />
      <p className="fact">It is kept on this device and sent nowhere.</p>
    </div>
  );
}
