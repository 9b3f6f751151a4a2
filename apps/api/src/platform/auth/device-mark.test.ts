import { expect, it } from '@jest/globals';
import { DEVICE_MARK_AGE, deviceMark, isDeviceMark } from './device-mark.ts';

const MADE = new Date('2026-09-01T09:00:00Z');
const later = (seconds: number) => new Date(MADE.getTime() + seconds * 1000);
const mark = deviceMark('hash', 'rowan', MADE);
const [issued, signature] = mark.split('.');

it.each([
  ['holds at once', mark, 'hash', 'rowan', MADE, true],
  ['holds just before a year is over', mark, 'hash', 'rowan', later(DEVICE_MARK_AGE - 1), true],
  ['ends exactly then', mark, 'hash', 'rowan', later(DEVICE_MARK_AGE), false],
  ['is not one from the future', mark, 'hash', 'rowan', later(-60), false],
  ['ends with the password', mark, 'other hash', 'rowan', MADE, false],
  ['is nobody else’s', mark, 'hash', 'ash', MADE, false],
  ['cannot be made younger', `${Number.parseInt(issued!, 36) + 9}.${signature}`, 'hash', 'rowan', later(60), false],
  ['needs its signature', `${issued}.`, 'hash', 'rowan', MADE, false],
  ['is not any word', 'nonsense', 'hash', 'rowan', MADE, false],
  ['is not nothing', '', 'hash', 'rowan', MADE, false],
])('a mark %s', (_, given, hash, owner, now, expected) => {
  expect(isDeviceMark(given, hash, owner, now)).toBe(expected);
});
