import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Choice, Choices } from './choice.tsx';
import { Segments } from './segments.tsx';

function Three() {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Choices legend="What do you do first?">
      {['Wait', 'Ask', 'Check'].map((name) => (
        <Choice key={name} type="radio" name="answer" checked={chosen === name} onChange={() => setChosen(name)}>
          {name}
        </Choice>
      ))}
    </Choices>
  );
}

test('the question is the legend, and arrows choose', async () => {
  const user = userEvent.setup();
  render(<Three />);
  expect(screen.getByRole('group', { name: 'What do you do first?' })).toBeVisible();
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole('radio', { name: 'Wait' })).toBeChecked();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { name: 'Ask' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Wait' })).not.toBeChecked();
});

test('space ticks a box', async () => {
  const user = userEvent.setup();
  render(
    <Choices legend="For">
      <Choice type="checkbox" name="for" hint="At the desk">
        Clinicians
      </Choice>
    </Choices>,
  );
  await user.tab();
  await user.keyboard(' ');
  expect(screen.getByRole('checkbox', { name: /Clinicians/ })).toBeChecked();
});

test('segments are one radio group', async () => {
  const user = userEvent.setup();
  const seen: string[] = [];
  const options = [
    { value: '1', label: 'Not very sure' },
    { value: '2', label: 'Fairly sure' },
  ];
  render(
    <Segments
      legend="How sure are you?"
      name="sure"
      value={null}
      options={options}
      onChange={(value) => seen.push(value)}
    />,
  );
  await user.click(screen.getByRole('radio', { name: 'Fairly sure' }));
  expect(seen).toEqual(['2']);
});
