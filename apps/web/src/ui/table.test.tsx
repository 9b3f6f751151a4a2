import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Cell, type Direction, Head, Table } from './table.tsx';

function Example() {
  const [sorted, setSorted] = useState<Direction | null>(null);
  const next = sorted === 'ascending' ? 'descending' : 'ascending';
  return (
    <Table
      caption="Records"
      head={
        <Head sorted={sorted} onSort={() => setSorted(next)}>
          Name
        </Head>
      }
    >
      <tr>
        <Cell heading>Bistort, Hazel</Cell>
      </tr>
    </Table>
  );
}

test('a column sorts by keyboard and says its direction', async () => {
  const user = userEvent.setup();
  render(<Example />);
  const column = screen.getByRole('columnheader', { name: 'Name' });
  expect(column).not.toHaveAttribute('aria-sort');
  await user.tab();
  await user.keyboard('{Enter}');
  expect(column).toHaveAttribute('aria-sort', 'ascending');
  await user.keyboard(' ');
  expect(column).toHaveAttribute('aria-sort', 'descending');
  expect(screen.getByRole('table', { name: 'Records' })).toBeVisible();
  expect(screen.getByRole('rowheader', { name: 'Bistort, Hazel' })).toBeVisible();
});
