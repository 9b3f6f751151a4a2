import { createPortal } from 'react-dom';
import { FactsList } from '../../ui/facts-list.tsx';
import { joiningAddress } from './joining-address.ts';
import styles from './joining-sheet.module.css';

type JoiningSheetProps = { organisationCode: string; code: string; name: string; until: string };

/** The codes on the screen, and the slip of paper with them that alone is printed. */
export function JoiningSheet({ organisationCode, code, name, until }: JoiningSheetProps) {
  const codes = (
    <FactsList
      facts={[
        ['Organisation code', <code key="o">{organisationCode}</code>],
        ['Joining code', <code key="c">{code}</code>],
      ]}
    />
  );
  const address = joiningAddress();
  return (
    <>
      <div className={styles.shown}>{codes}</div>
      {createPortal(
        <section className={styles.paper} aria-hidden="true">
          <h1>Rounds: your way in</h1>
          <p>{`For ${name}. ${until}`}</p>
          <ol>
            <li>{`Open ${address} on any phone or computer.`}</li>
            <li>Type the two codes below. Capitals and dashes do not matter.</li>
            <li>Choose a password that only you know.</li>
          </ol>
          {codes}
          <p>Keep this paper to yourself, and throw it away when you are in.</p>
        </section>,
        document.body,
      )}
    </>
  );
}
