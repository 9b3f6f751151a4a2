const RULE = 'packages/rules/src';
const API = 'apps/api/src';
const lines = (count, line) => Array.from({ length: count }, (_, at) => line(at)).join('\n');
const longFunction = (name) =>
  `export function ${name}(a: number) {\n${lines(40, (at) => `  a += ${at};`)}\n  return a;\n}\n`;

/** Code that lint must refuse: `[rule, file, text]`. */
export const REFUSED = [
  ['rounds(no-clock-or-chance)', `${RULE}/now.ts`, 'export const now = Date.now();\n'],
  ['rounds(no-clock-or-chance)', `${RULE}/new-date.ts`, 'export const now = new Date();\n'],
  ['rounds(no-clock-or-chance)', `${RULE}/date-text.ts`, 'export const now = Date();\n'],
  ['rounds(no-clock-or-chance)', `${RULE}/random.ts`, 'export const chance = Math.random();\n'],
  ['rounds(no-clock-or-chance)', `${RULE}/uuid.ts`, 'export const id = crypto.randomUUID();\n'],
  ['rounds(no-clock-or-chance)', `${API}/domains/cpd/rules/now.ts`, 'export const now = Date.now();\n'],
  ['typescript(no-explicit-any)', `${API}/any.ts`, 'export const value: any = 1;\n'],
  [
    'typescript(no-floating-promises)',
    `${API}/floating.ts`,
    'const save = async () => 1;\nexport const run = () => { save(); };\n',
  ],
  [
    'typescript(no-misused-promises)',
    `${API}/misused.ts`,
    'const save = async () => true;\nexport const run = () => { if (save()) return 1; return 2; };\n',
  ],
  ['typescript(no-non-null-assertion)', `${API}/bang.ts`, 'export const first = (list: number[]) => list[0]!;\n'],
  ['import(no-default-export)', `${API}/default.ts`, 'export default 1;\n'],
  ['eslint(max-lines)', `${API}/long-file.ts`, lines(201, (at) => `export const n${at} = ${at};`)],
  ['eslint(max-lines-per-function)', `${API}/long-function.ts`, longFunction('long')],
  ['eslint(max-lines-per-function)', 'scripts/long-function.mjs', longFunction('long').replace(': number', '')],
];

/** Code that lint must let pass: `[file, text]`. */
export const ACCEPTED = [
  [`${RULE}/given.ts`, 'export const at = (iso: string) => new Date(iso).getTime();\n'],
  [`${RULE}/now.test.ts`, 'export const now = Date.now();\n'],
  [`${API}/platform/clock.ts`, 'export const now = () => new Date();\n'],
  [`${API}/long.test.ts`, longFunction('long')],
  [`${API}/migrations/1-long.ts`, longFunction('long')],
  ['apps/web/e2e/long.ts', longFunction('long')],
];
