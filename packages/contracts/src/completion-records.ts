import * as z from 'zod/mini';
import { Day } from './day.ts';
import { endpoint } from './endpoint.ts';
import { AskedAgain } from './recertification.ts';
import { text } from './text.ts';

/**
 * What a CPD lead or team manager may see of a person-module, on screen and in a file: these columns and no others.
 * Never scores, failed tries, times of day, devices, certainty, notes or reflections.
 */
export const RecordColumn = z.enum([
  'familyName',
  'givenName',
  'staffNumber',
  'organisation',
  'unit',
  'staffGroup',
  'path',
  'module',
  'state',
  'completedOn',
  'validUntil',
  'version',
  'minutes',
  'reviewedBy',
]);
export type RecordColumn = z.infer<typeof RecordColumn>;

export const RecordState = z.enum(['started', 'completed']);
export type RecordState = z.infer<typeof RecordState>;

export const RecordSort = z.enum(['name', 'unit', 'module', 'state', 'completedOn', 'minutes']);
export type RecordSort = z.infer<typeof RecordSort>;

/** The filter, the same for the table, its total and the file. Dates are days in the organisation's time zone, both ends included. */
export const RecordFilter = z.object({
  /** Part of a name, or a staff number. */
  q: z.optional(text(200)),
  unit: z.optional(z.uuid()),
  path: z.optional(z.uuid()),
  module: z.optional(z.uuid()),
  state: z.optional(RecordState),
  staffGroup: z.optional(text(100)),
  from: z.optional(Day),
  to: z.optional(Day),
});
export type RecordFilter = z.infer<typeof RecordFilter>;

const order = {
  sort: z._default(RecordSort, 'name'),
  direction: z._default(z.enum(['ascending', 'descending']), 'ascending'),
};

export const CompletionRecord = z.object({
  recordId: z.uuid(),
  personId: z.uuid(),
  familyName: z.string(),
  givenName: z.string(),
  staffNumber: z.nullable(z.string()),
  /** Unit, staff group and organisation as at the time. */
  organisation: z.string(),
  unit: z.string(),
  staffGroup: z.string(),
  path: z.string(),
  module: z.string(),
  state: RecordState,
  /** The day in the organisation's time zone when it was completed. */
  completedOn: z.nullable(Day),
  /** Empty until recertification rules exist. */
  validUntil: z.nullable(Day),
  version: z.string(),
  minutes: z.int(),
  reviewedBy: z.nullable(z.string()),
});
export type CompletionRecord = z.infer<typeof CompletionRecord>;

/** A record in the table: beside its columns, whether its module is asked for again. */
export const ListedRecord = z.extend(CompletionRecord, {
  askedAgain: z.nullable(AskedAgain),
  mayAskAgain: z.boolean(),
});
export type ListedRecord = z.infer<typeof ListedRecord>;

const lead = { audience: 'cpd-lead', policy: ['cpd-lead', 'team-manager'] } as const;

export const listCompletionRecords = endpoint({
  method: 'GET',
  path: '/cpd-lead/completion-records',
  summary: "Started or completed modules of the people in the lead's units, a page at a time",
  ...lead,
  audit: 'completion-records.read',
  query: z.extend(RecordFilter, { ...order, cursor: z.optional(z.string().check(z.maxLength(640))) }),
  response: z.object({
    records: z.array(ListedRecord),
    nextCursor: z.nullable(z.string()),
    /** When the rows were read, and the zone that dates of "now" are shown in. */
    asAt: z.iso.datetime({ offset: true }),
    timeZone: z.string(),
  }),
});

export const countCompletionRecords = endpoint({
  method: 'GET',
  path: '/cpd-lead/completion-records/total',
  summary: 'How many records a filter finds: exact to 10,000, then "over 10,000"',
  ...lead,
  // A filter can be so narrow that the number is about one person.
  audit: 'completion-records.counted',
  query: RecordFilter,
  response: z.object({ count: z.int(), over: z.boolean() }),
});

const named = z.array(z.object({ id: z.uuid(), name: z.string() }));

export const readRecordFilters = endpoint({
  method: 'GET',
  path: '/cpd-lead/completion-records/filters',
  summary: 'Units, paths, modules and staff groups to filter by',
  ...lead,
  response: z.object({
    /** Depth counts from the lead's own topmost unit. */
    units: z.array(z.object({ id: z.uuid(), name: z.string(), depth: z.int() })),
    paths: named,
    modules: named,
    staffGroups: z.array(z.string()),
  }),
});

/** `columns`: names with commas between; all when left out. The answer is UTF-8 with BOM, CRLF, RFC 4180. */
export const downloadCompletionRecords = endpoint({
  method: 'GET',
  path: '/cpd-lead/completion-records/file',
  summary: 'The same records as a CSV file, row for row',
  ...lead,
  audit: 'export.begun',
  query: z.extend(RecordFilter, { ...order, columns: z.optional(z.string().check(z.maxLength(400))) }),
  responseType: 'text/csv',
  problems: ['too-many-tries'],
});

export const ExportManifest = z.object({
  exportId: z.uuid(),
  /** Version of the columns' names and meaning. */
  schemaVersion: z.literal(1),
  filter: z.record(z.string(), z.string()),
  columns: z.array(RecordColumn),
  timeZone: z.string(),
  begunAt: z.iso.datetime({ offset: true }),
  state: z.enum(['begun', 'ended', 'broken-off']),
  endedAt: z.nullable(z.iso.datetime({ offset: true })),
  rows: z.nullable(z.int()),
  bytes: z.nullable(z.int()),
  /** Of the whole file as sent, hexadecimal. */
  sha256: z.nullable(z.string()),
});
export type ExportManifest = z.infer<typeof ExportManifest>;

/** The last downloads I made, latest first. */
export const listExports = endpoint({
  method: 'GET',
  path: '/cpd-lead/exports',
  summary: 'My last 20 downloads with their manifests',
  ...lead,
  response: z.object({ exports: z.array(ExportManifest) }),
});

/** The file's answer carries its id in the header `rounds-export`. */
export const readManifest = endpoint({
  method: 'GET',
  path: '/cpd-lead/exports/:exportId/manifest',
  summary: 'What one of my downloads holds: filter, rows, SHA-256',
  ...lead,
  params: z.object({ exportId: z.uuid() }),
  response: ExportManifest,
  problems: ['not-found'],
});
