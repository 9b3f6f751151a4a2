import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { anOrganisation } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';

const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  }
});
afterEach(() => void jest.restoreAllMocks());

it('of two applications in one process each keeps its own database, and Nest warns of nothing', async () => {
  const [one, other] = [await TestApp.start(), await TestApp.start()];
  try {
    await one.system((tx) => anOrganisation(tx));
    const counts = [one, other].map((app) => app.system((tx) => tx.rows('SELECT 1 FROM organisation')));
    expect((await Promise.all(counts)).map(({ length }) => length)).toEqual([1, 0]);
    expect(said.join('')).not.toContain('[Nest]');
  } finally {
    await other.stop();
    await one.stop();
  }
});
