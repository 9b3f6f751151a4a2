import { expect, jest, test } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { Dialog } from './dialog.tsx';

test('the dialog opens as a modal under its title, and Escape asks to close it', () => {
  const close = jest.fn();
  render(
    <Dialog title="Sign in again to go on" onClose={close}>
      <p>Your work is still here.</p>
    </Dialog>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Sign in again to go on' });
  // What the browser sends for Escape.
  fireEvent(dialog, new Event('cancel', { cancelable: true }));
  expect(close).toHaveBeenCalledTimes(1);
  expect(dialog).toBeVisible();
});
