import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInRouter } from '../../test/in-router.tsx';
import { Shell, Who } from './shell.tsx';

const shell = (
  <Shell
    demo
    home="/today"
    navigation={[
      { to: '/today', label: 'Today' },
      { to: '/completions', label: 'Completion records', short: 'Records' },
    ]}
    more={{ to: '/more', label: 'More' }}
    who={<Who name="Juniper Larkspur" detail="Specialty doctor" />}
    foot="Keep patient details out of it."
  >
    <h1>Today</h1>
  </Shell>
);

test('the first stop by keyboard leads to the main part', async () => {
  const user = userEvent.setup();
  renderInRouter(shell);
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to the main part' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('main')).toHaveFocus();
});

test('the demo is said, and both navigations hold the same places', () => {
  renderInRouter(shell);
  expect(screen.getByRole('region', { name: 'Demo' })).toHaveTextContent('All people and records here are invented');
  const desk = within(screen.getByRole('navigation', { name: 'Main' }));
  const thumb = within(screen.getByRole('navigation', { name: 'Main, at the thumb' }));
  expect(desk.getByRole('link', { name: 'Completion records' })).toHaveAttribute('href', '/completions');
  expect(thumb.getByRole('link', { name: 'Records' })).toHaveAttribute('href', '/completions');
  expect(thumb.getByRole('link', { name: 'More' })).toBeVisible();
});
