import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { LinkStore } from '../../src/domains/identity/link.store.ts';
import { MembershipStore } from '../../src/domains/identity/membership.store.ts';
import { linkExpiry } from '../../src/domains/identity/rules/link-lifetime.ts';
import { SweepSignIn } from '../../src/journeys/system/sweep-sign-in.ts';
import { WriteAddressChanged } from '../../src/journeys/system/write-address-changed.ts';
import { WriteInvitation } from '../../src/journeys/system/write-invitation.ts';
import { WritePasswordChanged } from '../../src/journeys/system/write-password-changed.ts';
import { WritePasswordReset } from '../../src/journeys/system/write-password-reset.ts';
import type { MailKind } from '../../src/platform/mail/mail.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation, aPassword } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

let app: TestApp;
let organisation: AnOrganisation;
let person: AMember;
let email: string;

beforeAll(async () => {
  app = await TestApp.start({ publicUrl: 'https://rounds.trust.test', secure: true });
  organisation = await app.system((tx) => anOrganisation(tx, { name: 'Northgate Health Trust' }));
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.set('2026-09-01T09:00:00Z');
  email = `${randomUUID()}@trust.test`;
  person = await aMember(app, organisation, { email, givenName: 'Rowan' });
});

const compose = (kind: new (...parts: never[]) => MailKind, data: object) =>
  app.system((tx) => app.nest.get<MailKind>(kind).compose(tx, data));
const suspend = () =>
  app.system((tx) =>
    app.nest.get(MembershipStore).suspend(tx, person.personId, organisation.organisationId, app.clock.now()),
  );

describe('an invitation', () => {
  let linkId: string;
  let first: string;
  beforeEach(async () => {
    const at = app.clock.now();
    const link = {
      purpose: 'invitation',
      personId: person.personId,
      organisationId: organisation.organisationId,
      madeBy: null,
    } as const;
    ({ linkId, token: first } = await app.system((tx) =>
      app.nest.get(LinkStore).make(tx, { ...link, at, expiresAt: linkExpiry('invitation', at) }),
    ));
  });
  const open = (token: string) => app.system((tx) => app.nest.get(LinkStore).findOpen(tx, token, app.clock.now()));

  it('is written with a link of its own, and says until when it works', async () => {
    const mail = await compose(WriteInvitation, { linkId });
    expect(mail).toMatchObject({ to: email, subject: 'Join Northgate Health Trust on Rounds' });
    expect(mail!.text).toContain('until 10:00am on 4 September 2026');
    const token = /https:\/\/rounds\.trust\.test\/join\?token=([\w-]+)/.exec(mail!.text)![1]!;
    expect(await open(token)).toMatchObject({ linkId });
    expect(await open(first)).toBeNull();
  });

  it('is not written any more once the link is withdrawn, used or too old, or the person suspended', async () => {
    const write = () => compose(WriteInvitation, { linkId });
    await suspend();
    expect(await write()).toBeNull();
    await app.system((tx) => app.nest.get(MembershipStore).reinstate(tx, person.personId, organisation.organisationId));
    expect(await write()).not.toBeNull();
    app.clock.set('2026-09-04T09:00:00Z');
    expect(await write()).toBeNull();
    app.clock.set('2026-09-04T08:59:59.999Z');
    expect(await write()).not.toBeNull();
    await app.system((tx) => app.nest.get(LinkStore).withdraw(tx, linkId, app.clock.now()));
    expect(await write()).toBeNull();
  });
});

describe('a password reset', () => {
  it('is written for nobody without a password, or whom every organisation suspended', async () => {
    expect(await compose(WritePasswordReset, { email })).toBeNull();
    await aPassword(app, person.personId);
    expect((await compose(WritePasswordReset, { email: email.toUpperCase() }))!.to).toBe(email);
    await suspend();
    expect(await compose(WritePasswordReset, { email })).toBeNull();
    expect(await compose(WritePasswordReset, { email: 'nobody@trust.test' })).toBeNull();
  });
});

describe('notices', () => {
  it('of a changed password go to the address of now, and to nobody without one', async () => {
    expect((await compose(WritePasswordChanged, { personId: person.personId }))!.to).toBe(email);
    await app.system((tx) => tx.rows('UPDATE person SET email = NULL WHERE id = $1', [person.personId]));
    expect(await compose(WritePasswordChanged, { personId: person.personId })).toBeNull();
  });

  it('of a changed address go to the old one and do not name the new one', async () => {
    const order = {
      personId: person.personId,
      organisationId: organisation.organisationId,
      oldEmail: 'old@trust.test',
    };
    const mail = await compose(WriteAddressChanged, order);
    expect(mail!.to).toBe('old@trust.test');
    expect(mail!.text).not.toContain(email);
    expect(await compose(WriteAddressChanged, { ...order, oldEmail: email.toUpperCase() })).toBeNull();
  });
});

it('forgets failures after a day, and sessions and links 30 days after they were over', async () => {
  const count = () =>
    app.system((tx) =>
      tx.row<{ t: number; s: number; l: number }>(
        `SELECT (SELECT count(*)::int FROM sign_in_throttle) AS t, (SELECT count(*)::int FROM session WHERE ended_at IS NOT NULL) AS s,
       (SELECT count(*)::int FROM one_use_link WHERE used_at IS NOT NULL) AS l`,
      ),
    );
  const open = () => app.system((tx) => tx.row('SELECT count(*)::int AS open FROM session WHERE ended_at IS NULL'));
  await app.system(async (tx) => {
    await tx.rows('DELETE FROM one_use_link');
    await tx.rows('DELETE FROM sign_in_throttle');
    await tx.rows('UPDATE session SET ended_at = $1 WHERE person_id = $2', [app.clock.now(), person.personId]);
    await tx.rows(`INSERT INTO sign_in_throttle VALUES ('\\x01', 1, $1)`, [app.clock.now()]);
    await tx.rows(
      `INSERT INTO one_use_link (token_hash, id, purpose, person_id, created_at, expires_at, used_at) VALUES ('\\x02', $1, 'password-reset', $2, $3, '2099-01-01', $3)`,
      [randomUUID(), person.personId, app.clock.now()],
    );
  });
  const before = await open();
  const swept = async (at: string) => {
    app.clock.set(at);
    await app.nest.get(SweepSignIn).run();
    return count();
  };
  expect(await swept('2026-09-02T09:00:00Z')).toEqual({ t: 1, s: 1, l: 1 });
  expect(await swept('2026-09-02T09:00:01Z')).toEqual({ t: 0, s: 1, l: 1 });
  expect(await swept('2026-10-01T09:00:00Z')).toEqual({ t: 0, s: 1, l: 1 });
  expect(await swept('2026-10-01T09:00:01Z')).toEqual({ t: 0, s: 0, l: 0 });
  expect(await open()).toEqual(before);
});
