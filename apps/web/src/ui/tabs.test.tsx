import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Tabs } from './tabs.tsx';

const TABS = [
  { key: 'one', label: 'One' },
  { key: 'two', label: 'Two' },
  { key: 'three', label: 'Three' },
] as const;

function Example() {
  const [selected, setSelected] = useState<(typeof TABS)[number]['key']>('one');
  return (
    <Tabs label="Example" tabs={TABS} selected={selected} onSelect={setSelected}>
      Panel {selected}
    </Tabs>
  );
}

test.each([
  ['{ArrowRight}', 'Two'],
  ['{ArrowLeft}', 'Three'],
  ['{End}', 'Three'],
  ['{End}{Home}', 'One'],
])('%s leads from the first tab to %s', async (keys, name) => {
  const user = userEvent.setup();
  render(<Example />);
  await user.tab();
  await user.keyboard(keys);
  expect(screen.getByRole('tab', { name })).toHaveFocus();
  expect(screen.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
});

test('the panel takes the focus after the chosen tab, and is named by it', async () => {
  const user = userEvent.setup();
  render(<Example />);
  await user.tab();
  await user.tab();
  expect(screen.getByRole('tabpanel', { name: 'One' })).toHaveFocus();
});
