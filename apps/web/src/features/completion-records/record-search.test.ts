import { describe, expect, test } from '@jest/globals';
import { id } from '../../../test/fixtures/ids.ts';
import { aRecord } from '../../../test/fixtures/completion-records.ts';
import { withFilters } from '../../ui/use-address.ts';
import { dayIn } from '../../lib/today.ts';
import { completedPeriods } from './completed-periods.ts';
import { filterInWords } from './filter-words.ts';
import { columnsInFile, estimateBytes, SHOWN_AT_FIRST } from './record-columns.ts';
import { readRecordSearch, withColumns, withoutFilters, withSort } from './record-search.ts';

const params = (words: string) => new URLSearchParams(words);

describe('what the address says', () => {
  test('nothing means every record by name, in the columns shown at first', () => {
    expect(readRecordSearch(params(''))).toEqual({
      filter: {},
      sort: 'name',
      direction: 'ascending',
      columns: SHOWN_AT_FIRST,
      cursor: undefined,
    });
  });
  test('every filter is read', () => {
    const words = `q=bis&unit=${id(1)}&path=${id(2)}&module=${id(3)}&state=started&staffGroup=Nursing&from=2027-01-01&to=2027-01-31`;
    expect(readRecordSearch(params(words)).filter).toEqual({
      q: 'bis',
      unit: id(1),
      path: id(2),
      module: id(3),
      state: 'started',
      staffGroup: 'Nursing',
      from: '2027-01-01',
      to: '2027-01-31',
    });
  });
  test.each(['unit=ward-7', 'state=failed', 'from=1 May', 'sort=score', 'columns=score', 'direction=sideways'])(
    'what makes no sense is left out: %s',
    (words) => expect(readRecordSearch(params(words))).toEqual(readRecordSearch(params(''))),
  );
  test('no filter can ask for what a lead may not know', () => {
    expect(readRecordSearch(params('score=8&tries=3&passed=false')).filter).toEqual({});
  });
});

describe('changes to the address', () => {
  test('a filter begins at the first page and keeps the rest', () => {
    expect(withFilters(params('cursor=abc&sort=unit&q=a'), { state: 'completed', q: '' }).toString()).toBe(
      'sort=unit&state=completed',
    );
  });
  test('clearing keeps order and columns', () => {
    expect(withoutFilters(params('q=a&state=started&sort=unit&columns=name')).toString()).toBe(
      'sort=unit&columns=name',
    );
  });
  test('a column sorts upwards, then downwards, then upwards', () => {
    const once = withSort(params(''), { sort: 'name', direction: 'ascending' }, 'unit');
    expect(once.toString()).toBe('sort=unit');
    const twice = withSort(once, { sort: 'unit', direction: 'ascending' }, 'unit');
    expect(twice.toString()).toBe('sort=unit&direction=descending');
    expect(withSort(twice, { sort: 'unit', direction: 'descending' }, 'unit').toString()).toBe('sort=unit');
  });
  test('columns keep the table’s order, and the usual ones need no words', () => {
    expect(withColumns(params(''), ['minutes', 'name']).get('columns')).toBe('name,minutes');
    expect(withColumns(params('columns=name'), SHOWN_AT_FIRST).has('columns')).toBe(false);
  });
});

describe('the file', () => {
  test('a name is two columns of it', () =>
    expect(columnsInFile(['unit', 'name'])).toEqual(['familyName', 'givenName', 'unit']));
  test('its size is that of its rows, with their heading', () => {
    const row = aRecord({ familyName: 'Bistort', givenName: 'Hazel' });
    // "familyName,givenName" and 3 times "Bistort,Hazel", each with CRLF.
    expect(estimateBytes([row], ['name'], 3)).toBe(22 + 3 * 15);
    expect(estimateBytes([], ['name'], 3)).toBeNull();
  });
});

describe('filters in words', () => {
  const choices = {
    units: [{ id: id(1), name: 'Crisis team', depth: 1 }],
    paths: [],
    modules: [{ id: id(3), name: 'Automation bias' }],
    staffGroups: [],
  };
  test.each([
    [{}, ''],
    [{ module: id(3), unit: id(1), state: 'started' as const }, '“Automation bias”, Crisis team, started'],
    [{ from: '2027-01-01', to: '2027-01-31' }, '1 January 2027 to 31 January 2027'],
    [{ from: '2027-01-01' }, 'from 1 January 2027'],
    [{ to: '2027-01-01' }, 'until 1 January 2027'],
    [{ unit: id(9) }, 'another unit'],
  ])('%j', (filter, words) => expect(filterInWords(filter, choices)).toBe(words));
});

describe('spans of days', () => {
  test.each([
    ['2027-03-11', 'last-month', '2027-02-01', '2027-02-28'],
    ['2028-03-01', 'last-month', '2028-02-01', '2028-02-29'],
    ['2027-01-31', 'last-month', '2026-12-01', '2026-12-31'],
    ['2027-04-30', 'this-month', '2027-04-01', '2027-04-30'],
    ['2027-04-30', 'last-year', '2026-01-01', '2026-12-31'],
  ])('on %s, %s is %s to %s', (today, key, from, to) => {
    expect(completedPeriods(today).find((period) => period.key === key)).toMatchObject({ from, to });
  });
  test('today is the organisation’s', () => {
    expect(dayIn('Europe/London', new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(dayIn('Europe/London', new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
  });
});
