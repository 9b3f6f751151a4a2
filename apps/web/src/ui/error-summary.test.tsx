import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';

const error = { id: 'minutes', message: 'Enter the minutes as a number' };

test('the summary takes the focus, and its line leads to the field', async () => {
  const user = userEvent.setup();
  render(
    <>
      <ErrorSummary errors={[error]} />
      <Field id="minutes" label="How many minutes?" error={error.message} />
    </>,
  );
  expect(screen.getByRole('alert', { name: 'There is 1 problem' })).toHaveFocus();
  await user.tab();
  await user.keyboard('{Enter}');
  expect(screen.getByLabelText('How many minutes?')).toHaveFocus();
});

test('a field says its hint and its error after its label', () => {
  render(<Field label="How many minutes?" hint="A whole number." error="Enter the minutes" />);
  const field = screen.getByRole('textbox', { name: 'How many minutes?' });
  expect(field).toHaveAccessibleDescription('A whole number. Error: Enter the minutes');
  expect(field).toBeInvalid();
});

test('without problems there is no summary', () => {
  const { container } = render(<ErrorSummary errors={[]} />);
  expect(container).toBeEmptyDOMElement();
});
