import type { AuditAction } from '@rounds/contracts/audit-action';
import { longDate } from '../../lib/dates.ts';
import { ROLE_WORDS } from '../../lib/role-words.ts';

/** What each entry says was done, by the code it is kept under. */
const ACTIONS: Readonly<Record<AuditAction, string>> = {
  'audit.read': 'Read this log',
  'people.read': 'Read the list of people',
  'person.read': 'Read a person’s page',
  'person.added': 'Added a person',
  'person.corrected': 'Corrected name or contact',
  'person.suspended': 'Suspended a person',
  'person.reinstated': 'Let a person in again',
  'post.added': 'Added a post',
  'post.ended': 'Ended a post',
  'role.granted': 'Gave a role',
  'role.ended': 'Ended a role',
  'invitation.made': 'Made an invitation',
  'invitation.accepted': 'Accepted an invitation',
  'joining-code.made': 'Made a joining code',
  'link.withdrawn': 'Withdrew a link or code',
  'unit.added': 'Added a unit',
  'unit.changed': 'Renamed or moved a unit',
  'unit.closed': 'Closed a unit',
  'first-administrator.made': 'Made the first administrator',
  'completion-records.counted': 'Counted completion records',
  'completion-records.read': 'Read completion records',
  'export.begun': 'Began a download',
  'export.ended': 'Download complete',
  'export.broken-off': 'Download broken off',
  'recertification.asked': 'Asked somebody to do a module again',
  'version.signed-off': 'Signed off a module version',
  'problem-report.answered': 'Answered a problem report',
  'problem-reports.read': 'Read problem reports',
  'item.re-marked': 'Re-marked a quiz item',
  'session.started': 'Signed in',
  'session.ended': 'Signed out',
  'session.ended-everywhere': 'Signed out on every device',
  'sign-in.failed': 'Failed to sign in',
  'organisation.chosen': 'Chose an organisation',
  'password.changed': 'Changed the password',
  'password.reset': 'Set a new password by a link',
  'password.reset-link-made': 'Was sent a link for a new password',
  'hand-in.accepted': 'Took in work handed in as a file',
  'demo.begun': 'Began to make the demo',
  'demo.seeded': 'Made the demo’s sign-ins',
  'demo.told': 'Made the demo’s history',
};

/** A code of another version of the product, without words here, is shown as it is. */
export function actionInWords(action: string): string {
  return Object.hasOwn(ACTIONS, action) ? ACTIONS[action as AuditAction] : action;
}

/** Fields, filters and counts of an entry: "Rows: 48. Filter: module Automation bias." Ids say nothing to a reader. */
export function detailInWords(detail: Readonly<Record<string, unknown>>): string {
  return Object.entries(detail)
    .filter(notAnId)
    .map(([name, value]) => `${named(name)}: ${valueInWords(value).replace(/\.$/, '')}.`)
    .join(' ');
}

const notAnId = ([name]: [string, unknown]): boolean => !/ids?$/i.test(name);

/** What cannot be told from its name: how somebody signed in, and what was searched for. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['sha256', 'SHA-256'],
  ['by', 'With'],
  ['q', 'Words'],
]);

/** `changedFields` is "Changed fields". */
function named(name: string): string {
  const known = NAMES.get(name);
  if (known !== undefined) return known;
  const words = name
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** A column or field as the program calls it: `givenName`. */
const FIELD = /^[a-z]+([A-Z][a-z]+)+$/;
/** A choice as the program calls it: `completion-records`. */
const CHOICE = /^[a-z]+(-[a-z]+)+$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function valueInWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (Array.isArray(value)) return value.map(valueInWords).join(', ');
  if (typeof value === 'object') return partsInWords(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (DAY.test(value)) return longDate(value);
  if (Object.hasOwn(ROLE_WORDS, value)) return ROLE_WORDS[value as keyof typeof ROLE_WORDS];
  if (FIELD.test(value)) return named(value).toLowerCase();
  if (CHOICE.test(value)) return value.replaceAll('-', ' ');
  // Enough of it to tell two apart.
  return UUID.test(value) ? `${value.slice(0, 13)}…` : value;
}

/** A change reads from old to new, whichever came first. */
function partsInWords(value: object): string {
  if ('from' in value && 'to' in value && Object.keys(value).length === 2)
    return `from ${valueInWords(value.from)} to ${valueInWords(value.to)}`;
  const parts = Object.entries(value)
    .filter(notAnId)
    .map(([name, part]) => `${named(name).toLowerCase()} ${valueInWords(part)}`);
  return parts.join(', ') || 'none';
}
