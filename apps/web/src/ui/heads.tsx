import { Head } from './table.tsx';

/** Plain column headings; `hidden` names a last column of actions for the ear only. */
export function Heads({ names, hidden }: { names: readonly string[]; hidden?: string }) {
  return (
    <>
      {names.map((name) => (
        <Head key={name}>{name}</Head>
      ))}
      {hidden && (
        <Head>
          <span className="vh">{hidden}</span>
        </Head>
      )}
    </>
  );
}
