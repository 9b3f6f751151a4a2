import { expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { redacted } from '../../src/platform/log.ts';

it('keeps the values of a failed query out of the log', () => {
  const driver = Object.assign(new Error('duplicate key value: Key (email)=(juniper@rounds.test)'), {
    code: '23505',
    detail: 'Key (email)=(juniper@rounds.test)',
    constraint: 'person_email',
    severity: 'ERROR',
  });
  const fault = new QueryFailedError('INSERT INTO person VALUES ($1)', ['juniper@rounds.test'], driver);
  for (const each of [fault, driver]) {
    const logged = JSON.stringify(redacted(each));
    expect(logged).not.toContain('juniper');
    expect(logged).toContain('23505');
  }
});

it('says what a fault of our own was', () => {
  expect(redacted(new TypeError('x is not a function'))).toMatchObject({
    kind: 'TypeError',
    message: 'x is not a function',
  });
});
