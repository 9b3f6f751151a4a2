import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, Outlet, RouterProvider, useParams } from 'react-router';
import { NavigationCount } from './navigation.tsx';
import { PageTitle } from './page-title.tsx';

function Card() {
  const { number } = useParams();
  return (
    <>
      <PageTitle name={`Card ${number} of 7`}>Decide first</PageTitle>
      <Link to={`/cards/${Number(number) + 1}`}>On</Link>
      <Link to="?filter=1">Filter</Link>
    </>
  );
}

function renderCards(): void {
  const frame = (
    <NavigationCount>
      <Outlet />
    </NavigationCount>
  );
  const routes = [{ element: frame, children: [{ path: '/cards/:number', element: <Card /> }] }];
  render(<RouterProvider router={createMemoryRouter(routes, { initialEntries: ['/cards/1'] })} />);
}

test('the first page is named and leaves the focus where the browser put it', () => {
  renderCards();
  expect(document.title).toBe('Card 1 of 7 – Rounds');
  expect(document.body).toHaveFocus();
});

test('the next page is named and its title takes the focus, although the route is the same', async () => {
  const user = userEvent.setup();
  renderCards();
  await user.click(screen.getByRole('link', { name: 'On' }));
  expect(document.title).toBe('Card 2 of 7 – Rounds');
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('a filter in the address moves no focus', async () => {
  const user = userEvent.setup();
  renderCards();
  await user.click(screen.getByRole('link', { name: 'Filter' }));
  expect(screen.getByRole('link', { name: 'Filter' })).toHaveFocus();
});
