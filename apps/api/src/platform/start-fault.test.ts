import { describe, expect, it } from '@jest/globals';
import { databaseFault, listenFault } from './start-fault.ts';

const fault = (code: string, message = 'no such thing.', syscall?: string): Error =>
  Object.assign(new Error(message), { code, ...(syscall === undefined ? {} : { syscall }) });

describe('databaseFault', () => {
  const at = 'postgres://rounds:very-secret@db.example:6432/records';
  const said = (cause: unknown, url = at): string => databaseFault(url, cause).message;

  it('says what, where and what to do, on two lines, and never the password', () => {
    expect(said(fault('28P01', 'password authentication failed for user "rounds"'))).toBe(
      `Rounds cannot start: it cannot use the database at db.example:6432/records (as rounds): password authentication failed for user "rounds".
Check the name and the password in DATABASE_URL.`,
    );
  });

  it.each([
    ['3D000', /Create the database first/],
    ['42501', /which rights it needs/],
    ['53300', /no connection left/],
    ['57P03', /try again in a moment/],
    ['ENOTFOUND', /Check that PostgreSQL runs there/],
    ['', /Check that PostgreSQL runs there/],
  ])('knows what to do about %j', (code, todo) => expect(said(fault(code))).toMatch(todo));

  it('tells the first of several addresses that a name stands for', () => {
    const both = new AggregateError([fault('ECONNREFUSED', 'connect ECONNREFUSED ::1:5432'), fault('ECONNREFUSED')]);
    expect(said(both, 'postgres://localhost/records')).toMatch(
      /at localhost:5432\/records: connect ECONNREFUSED ::1:5432\.\n/,
    );
  });
});

describe('listenFault', () => {
  it.each([
    ['EADDRNOTAVAIL', /HOST must be an address of this machine/],
    ['ENOTFOUND', /HOST must be an address of this machine/],
    ['EADDRINUSE', /Something listens there already/],
    ['EACCES', /set PORT to 1024 or more/],
  ])('knows what to do about %s', (code, todo) => {
    const told = listenFault('rounds.invalid', 80, fault(code, 'listen failed', 'listen'))?.message;
    expect(told).toMatch(/^Rounds cannot start: it cannot listen on HOST rounds\.invalid, PORT 80: listen failed\.\n/);
    expect(told).toMatch(todo);
  });

  it('leaves what is no fault of the address as it is', () =>
    expect(listenFault('127.0.0.1', 80, new Error('a fault of ours'))).toBeNull());
});
