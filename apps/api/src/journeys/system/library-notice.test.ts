import { describe, expect, it } from '@jest/globals';
import { libraryNotice } from './library-notice.ts';

const changed = { faults: ['modules/a/module.yaml: version 1.0 is published. Set version to 1.1.'], refused: 1 };
const faulty = { faults: ['modules/a/module.yaml:3 title is needed'], refused: 0 };
const said = (...args: Parameters<typeof libraryNotice>): string => libraryNotice(...args).join('\n');

describe('libraryNotice', () => {
  it('says nothing of a library without faults', () =>
    expect(libraryNotice({ faults: [], refused: 0 }, { demo: true, embedded: true })).toEqual([]));

  it('tells each fault, and that what is published stays', () => {
    const lines = libraryNotice(changed, { demo: false, embedded: false });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(`Module library: ${changed.faults[0]}`);
    expect(lines[1]).toMatch(/stay as they were. Mend the files/);
  });

  it.each([
    ['a demo in the embedded database', { demo: true, embedded: true }, /npm run demo:reset/],
    ['a demo in a database of its own', { demo: true, embedded: false }, /empty database by DATABASE_URL/],
  ])('names the second way out of a changed file in %s', (_, config, way) =>
    expect(said(changed, config)).toMatch(way),
  );

  it('names no reset where it would not help', () => {
    expect(said(faulty, { demo: true, embedded: true })).not.toMatch(/demo:reset/);
    expect(said(changed, { demo: false, embedded: true })).not.toMatch(/demo:reset/);
  });
});
