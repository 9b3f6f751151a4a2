import { DEMO_PASSWORD, DEMO_SIGN_INS } from '@rounds/contracts/demo';
import { ORGANISATIONS } from './cast/cast.ts';

/** What a demo says below its address: who can sign in, and that nobody in it is real. */
export function demoGreeting(): string {
  const rows = DEMO_SIGN_INS.map(({ email, label }) => [email, label, whoHas(email)]);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`);
  return [
    '',
    'This is a demo. All people and records in it are invented.',
    `Sign in with the password ${DEMO_PASSWORD} as`,
    ...table,
    '',
  ].join('\n');
}

/** Name, post and organisations. */
function whoHas(email: string): string {
  const posts = ORGANISATIONS.flatMap(({ name: organisation, members }) =>
    members.filter((member) => member.email === email).map(({ name, title }) => ({ name, title, organisation })),
  );
  const [first] = posts;
  if (first === undefined) return '';
  return [first.name, first.title, posts.map(({ organisation }) => organisation).join(' and ')].join(', ');
}
