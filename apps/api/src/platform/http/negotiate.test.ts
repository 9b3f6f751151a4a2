import { describe, expect, it } from '@jest/globals';
import { hasAlready, takesBrotli } from './negotiate.ts';

describe('takesBrotli', () => {
  it.each([
    ['br', true],
    ['gzip, deflate, br', true],
    ['gzip;q=1.0, BR;q=0.5', true],
    ['br;q=0.001', true],
    ['br;q=0', false],
    ['br; q=0.000, gzip', false],
    ['gzip', false],
    ['brotli', false],
    ['', false],
    [undefined, false],
  ])('%p', (header, expected) => {
    expect(takesBrotli(header)).toBe(expected);
  });
});

describe('hasAlready', () => {
  it.each([
    ['W/"abc"', true],
    ['"abc"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"abcd"', false],
    ['abc', false],
    ['', false],
    [undefined, false],
  ])('%p', (header, expected) => {
    expect(hasAlready(header, 'W/"abc"')).toBe(expected);
  });
});
