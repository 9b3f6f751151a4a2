import { beforeEach, describe, expect, test } from '@jest/globals';
import { renderHook } from '@testing-library/react';
import { VERSION } from '../../test/factories.ts';
import { dropsStorage } from '../lib/storage-limits.ts';
import type { Letter } from './letter.ts';
import { forgetView, showAcknowledged, showLetters, useOutboxView } from './outbox.zustand.ts';
import { useKept } from './use-kept.ts';

const NOW = new Date();
NOW.setHours(17, 30, 0, 0);
const AT = NOW.toISOString();

function aLetter(id: string): Letter {
  const stamp = { id, deviceId: VERSION, seq: 1, at: AT, zone: 'Europe/London' };
  const event = { ...stamp, v: 1, kind: 'module-opened', versionId: VERSION } as const;
  return { id, owner: 'p/o', seq: 1, savedAt: AT, content: { what: 'event', event }, state: 'waiting', reason: null };
}

const words = (): string => renderHook(() => useKept('before')).result.current.words;

beforeEach(() => forgetView());

describe('where work is, in words', () => {
  test('before anything was done', () => {
    expect(words()).toBe('before');
  });

  test('on this device', () => {
    showLetters([aLetter('a')]);
    expect(words()).toBe('Saved on this device, 5:30pm');
  });

  test('on this device, with several waiting for a server that does not answer', () => {
    showLetters([aLetter('a'), aLetter('b'), aLetter('c')]);
    useOutboxView.setState({ sending: 'no-answer' });
    expect(words()).toBe(
      'Saved on this device, 5:30pm. 3 things waiting to send. The server does not answer; it is sent later',
    );
  });

  test('on this device, where somebody else is signed in', () => {
    showLetters([aLetter('a')]);
    useOutboxView.setState({ sending: 'other-person' });
    expect(words()).toContain('Somebody else is signed in on this device');
  });

  test('on the server, today and on another day', () => {
    showAcknowledged(AT, false);
    expect(words()).toBe('Saved on the server, 5:30pm');
    showAcknowledged('2018-08-06T17:30:00', false);
    expect(words()).toBe('Saved on the server, 6 August 2018, 5:30pm');
  });

  test('on the server, timed by its arrival', () => {
    showAcknowledged(AT, true);
    expect(words()).toBe('Saved on the server, 5:30pm. This device’s clock is off, so the time it arrived counts');
  });

  test.each([
    ['storage', 'Free some space'],
    ['no-key', 'sealed until you sign in again'],
  ] as const)('nowhere, for want of %s', (refused, expected) => {
    showLetters([aLetter('a')]);
    useOutboxView.setState({ refused });
    expect(words()).toMatch(new RegExp(`^Not saved: .*${expected}`));
  });
});

describe('browsers that drop what is not sent in seven days', () => {
  const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
  test.each([
    ['Safari on a Mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.0 Safari/605.1.15`, true],
    [
      'Chrome on an iPhone',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${WEBKIT} CriOS/140.0 Mobile/15E148`,
      true,
    ],
    [
      'Chrome',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      false,
    ],
    ['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', false],
  ])('%s', (_, agent, expected) => {
    expect(dropsStorage(agent, false)).toBe(expected);
  });

  test('not where the site is on the home screen', () => {
    expect(dropsStorage(`Mozilla/5.0 (iPhone) ${WEBKIT} Version/18.0 Mobile Safari`, true)).toBe(false);
  });
});
