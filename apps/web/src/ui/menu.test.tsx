import { expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router';
import { renderInRouter } from '../../test/in-router.tsx';
import { Menu } from './menu.tsx';

function open(): boolean {
  return screen.getByText('Juniper Larkspur').closest('details')?.open ?? false;
}

const menu = (
  <>
    <Menu label="Juniper Larkspur">
      <Link to="/account">Your account</Link>
    </Menu>
    <button type="button">Elsewhere</button>
  </>
);

test('Escape closes it and gives the focus back', async () => {
  const user = userEvent.setup();
  renderInRouter(menu);
  await user.click(screen.getByText('Juniper Larkspur'));
  expect(open()).toBe(true);
  await user.tab();
  await user.keyboard('{Escape}');
  expect(open()).toBe(false);
  expect(screen.getByText('Juniper Larkspur')).toHaveFocus();
});

test('a choice closes it, and so does the focus going elsewhere', async () => {
  const user = userEvent.setup();
  const { router } = renderInRouter(menu);
  await user.click(screen.getByText('Juniper Larkspur'));
  await user.click(screen.getByRole('link', { name: 'Your account' }));
  expect(router.state.location.pathname).toBe('/account');
  expect(open()).toBe(false);
  await user.click(screen.getByText('Juniper Larkspur'));
  screen.getByRole('button', { name: 'Elsewhere' }).focus();
  expect(open()).toBe(false);
});
