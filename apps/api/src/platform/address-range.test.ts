import { expect, it } from '@jest/globals';
import { isAddressRange } from './address-range.ts';

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['10.0.0.0/8', true],
  ['10.0.0.0/32', true],
  ['2001:db8::/128', true],
  ['10.0.0.0/33', false],
  ['2001:db8::/129', false],
  ['10.0.0.0/', false],
  ['10.0.0.0/-1', false],
  ['10.0.0.0/8/8', false],
  ['proxy.example', false],
  ['', false],
])('%s is an address or a range: %s', (text, expected) => expect(isAddressRange(text)).toBe(expected));
