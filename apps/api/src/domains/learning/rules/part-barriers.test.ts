import { describe, expect, it } from '@jest/globals';
import { readEvent } from './read-event.ts';

const sent = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  id: '0197f2a0-0000-7000-8000-000000000113',
  kind: 'barrier-answered',
  v: 1,
  deviceId: '0197f2a0-0000-7000-8000-0000000000d1',
  seq: 1,
  at: '2026-08-31T18:01:00.000+01:00',
  zone: 'Europe/London',
  versionId: '0197f2a0-0000-7000-8000-000000000001',
  choices: ['time', 'network'],
  ...change,
});

describe('an answer to what got in the way', () => {
  it('is parted from its event', () => {
    const read = readEvent(sent());
    expect(read).toMatchObject({ event: { kind: 'barrier-answered' }, barriers: ['network', 'time'] });
    expect(JSON.stringify([read.event, read.raw])).not.toMatch(/choices|network|time"/);
  });

  it('reads the same in whichever order it was tapped', () => {
    expect(readEvent(sent({ choices: ['network', 'time'] }))).toEqual(readEvent(sent()));
  });

  it.each([
    ['an unknown choice', { choices: ['weather'] }, 'not-readable'],
    ['three choices', { choices: ['time', 'device', 'network'] }, 'not-readable'],
    ['none', { choices: [] }, 'not-readable'],
    ['no number of its device', { seq: -1 }, 'not-readable'],
    ['a later v', { v: 2 }, 'unknown-kind'],
  ])('with %s is set aside without the answer', (_, change, reason) => {
    const read = readEvent(sent(change));
    expect(read).toMatchObject({ event: null, reason, barriers: [] });
    expect(read.raw).not.toHaveProperty('choices');
  });

  it('leaves other events whole', () => {
    const skipped = sent({ kind: 'barrier-skipped', choices: undefined });
    expect(readEvent(skipped)).toMatchObject({ barriers: [], raw: skipped });
  });
});
