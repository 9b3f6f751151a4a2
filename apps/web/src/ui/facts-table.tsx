import type { ReactNode } from 'react';
import { Cell, Head, Table } from './table.tsx';

/** A name, its value, and on the phone whether the value takes a line of its own. */
export type FactRow = { name: string; value: ReactNode; long?: boolean };

/** Names and values between hairlines. */
export function FactsTable({ rows }: { rows: readonly FactRow[] }) {
  const head = (
    <>
      <Head>What</Head>
      <Head>Value</Head>
    </>
  );
  return (
    <Table facts headHidden reflow open head={head}>
      {rows.map(({ name, value, long }) => {
        const phone = long ? { phone: 'wide' as const } : {};
        return (
          <tr key={name}>
            <Cell heading {...phone}>
              {name}
            </Cell>
            <Cell {...phone}>{value}</Cell>
          </tr>
        );
      })}
    </Table>
  );
}
