import type { PersonDetail } from '@rounds/contracts/people';
import { clockTime, longDate } from '../../lib/dates.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, Table } from '../../ui/table.tsx';

export type OpenLink = PersonDetail['openLinks'][number];
export const PURPOSES: Record<OpenLink['purpose'], string> = {
  invitation: 'Invitation',
  'joining-code': 'Joining code',
};

type OpenLinksProps = { links: readonly OpenLink[]; onWithdraw: (link: OpenLink) => void };

/** Links and codes that still open something. Never the links themselves. */
export function OpenLinks({ links, onWithdraw }: OpenLinksProps) {
  if (links.length === 0) return null;
  return (
    <Table
      open
      caption="Still open"
      headHidden
      head={
        <>
          <th scope="col">What</th>
          <th scope="col">Until</th>
          <th scope="col">Withdraw</th>
        </>
      }
    >
      {links.map((link) => (
        <tr key={link.linkId}>
          <Cell heading>{PURPOSES[link.purpose]}</Cell>
          <Cell>{`until ${longDate(link.expiresAt)}, ${clockTime(link.expiresAt)}`}</Cell>
          <Cell number>
            <Button kind="text" onClick={() => onWithdraw(link)}>
              Withdraw<span className="vh">{` the ${PURPOSES[link.purpose].toLowerCase()}`}</span>
            </Button>
          </Cell>
        </tr>
      ))}
    </Table>
  );
}
