import { useState } from 'react';
import { keepPicturesWish, picturesWish } from '../../lib/pictures.ts';
import { Entry } from '../../ui/entries.tsx';
import { Segments } from '../../ui/segments.tsx';

const OPTIONS = [
  { value: 'themselves', label: 'Show by themselves' },
  { value: 'tap', label: 'Wait for a tap' },
] as const;

/** Whether pictures come by themselves. On a slow connection, or with Save-Data, they wait whatever is chosen. */
export function PicturesEntry() {
  const [wish, setWish] = useState(picturesWish);
  return (
    <Entry label="Pictures">
      <div className="stack tight">
        <Segments
          legend="On this device"
          name="pictures"
          value={wish ?? 'themselves'}
          options={OPTIONS}
          onChange={(chosen) => {
            keepPicturesWish(chosen);
            setWish(chosen);
          }}
        />
        <p className="fact">On a slow connection, or when the device saves data, they always wait.</p>
      </div>
    </Entry>
  );
}
