const API = '^apps/api/src/';
const WEB = '^apps/web/src/';
const TEST = '[.]test[.]tsx?$';

const error = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const everywhere = [
  error('no-circles', 'What needs each other is one thing, or needs a third.', {}, { circular: true }),
  error('everything-resolves', 'An import that is not found escapes all other rules.', {}, { couldNotResolve: true }),
  error(
    'no-barrels',
    'Import the file that declares it.',
    { path: '^(apps|packages)/' },
    { path: '^(apps|packages)/.*/index[.]tsx?$' },
  ),
  error(
    'shipped-code-does-not-import-tests',
    'Nor benchmarks, nor the commands that build and launch it.',
    { path: '^(apps|packages)/[^/]+/src/', pathNot: TEST },
    { path: `^apps/[^/]+/(test|e2e|bench)/|^scripts/|${TEST}` },
  ),
  error(
    'bootstrap-needs-nothing-installed',
    'It runs before the first install.',
    { path: '^scripts/(run[.]mjs$|bootstrap/|lib/)' },
    { path: '(^|/)node_modules/' },
  ),
];

const packages = [
  error(
    'contracts-stand-alone',
    'Both sides and every tool read them: zod and nothing else.',
    { path: '^packages/contracts/src/', pathNot: TEST },
    { pathNot: ['^packages/contracts/src/', '(^|/)node_modules/zod/'] },
  ),
  error(
    'shared-rules-import-contracts-alone',
    'Both sides run them; not even node: is there on the other one.',
    { path: '^packages/rules/src/', pathNot: TEST },
    { pathNot: ['^packages/(rules|contracts)/src/', '(^|/)node_modules/ts-fsrs/'] },
  ),
  error(
    'sealing-imports-contracts-alone',
    'Both sides seal and open by the cryptography that both have; not even node: is there on the other one.',
    { path: '^packages/sealing/src/', pathNot: TEST },
    { pathNot: '^packages/(sealing|contracts)/src/' },
  ),
  error(
    'content-knows-contracts-and-rules',
    'The module library is read by the API and by its own check; it knows neither app.',
    { path: '^packages/content/src/' },
    { path: '^apps/' },
  ),
];

const api = [
  error(
    'domains-do-not-know-each-other',
    'Two domains meet in a journey, which calls both.',
    { path: `${API}domains/([^/]+)/` },
    { path: `${API}domains/`, pathNot: `${API}domains/$1/` },
  ),
  error(
    'domains-views-and-projections-are-strangers',
    'A view is read-only SQL over any table, a projection a derived one; neither imports a domain, nor the reverse.',
    { path: `${API}(domains|views|projections)/` },
    { path: `${API}(domains|views|projections)/`, pathNot: `${API}$1/` },
  ),
  error(
    'journeys-do-not-know-each-other',
    'A journey is what one audience does.',
    { path: `${API}journeys/([^/]+)/` },
    { path: `${API}journeys/`, pathNot: `${API}journeys/$1/` },
  ),
  error(
    'imports-point-downwards',
    'app, main, commands and demo -> journeys -> domains, views and projections -> platform.',
    { path: `${API}(domains|views|projections|platform)/` },
    { path: `${API}(journeys|demo|commands)/|${API}[^/]+[.]ts$` },
  ),
  error(
    'journeys-know-no-application',
    'A journey is wired into the application and never asks for it.',
    { path: `${API}journeys/` },
    { path: `${API}(demo|commands)/|${API}[^/]+[.]ts$` },
  ),
  error(
    'platform-knows-no-domain',
    'No domain word below this line.',
    { path: `${API}platform/` },
    { path: `${API}(domains|views|projections)/` },
  ),
  error(
    'rules-are-pure',
    'A rule imports contracts, shared rules and the rules of its own domain; nothing else, not even node:.',
    { path: `${API}domains/([^/]+)/rules/`, pathNot: TEST },
    { pathNot: [`${API}domains/$1/rules/`, '^packages/(contracts|rules)/src/'] },
  ),
  error(
    'entities-are-private',
    'Tables belong to one domain; everybody else goes through its store.',
    { path: API, pathNot: `${API}domains/` },
    { path: '[.]entity[.]ts$' },
  ),
  error(
    'sql-lives-in-stores',
    'And in entities, views, projections, migrations, and where the platform opens connections, copies and queues.',
    {
      path: API,
      pathNot: [
        '[.](entity|store|view|projection)[.]ts$',
        `${API}migrations/`,
        `${API}platform/(db|data-source|migrate|platform[.]module)[.]ts$`,
        `${API}platform/(csv|queue)/`,
      ],
    },
    { path: '(^|/)node_modules/(typeorm|pg|pg-copy-streams)/' },
  ),
];

const web = [
  error(
    'web-meets-api-only-in-contracts',
    'In both directions.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  error(
    'web-does-not-read-the-library',
    'Keys and rationales would go to the browser with it.',
    { path: '^apps/web/src/' },
    { path: '^packages/content/' },
  ),
  error(
    'features-do-not-know-each-other',
    'Routes compose features.',
    { path: `${WEB}features/([^/]+)/` },
    { path: `${WEB}features/`, pathNot: `${WEB}features/$1/` },
  ),
  error(
    'web-imports-point-downwards',
    'routes -> features -> kept -> outbox -> api -> lib; ui -> lib.',
    { path: `${WEB}(features|kept|program|outbox|api|ui|lib)/` },
    { path: `${WEB}(routes/|main[.]tsx?$|router[.]tsx?$)` },
  ),
  error(
    'outbox-knows-no-feature',
    'Features write to the outbox; the service worker sends from it without them.',
    { path: `${WEB}outbox/` },
    { path: `${WEB}(features|kept|ui)/` },
  ),
  error(
    'what-is-kept-knows-no-feature',
    'It keeps answers and modules below the screens; the program of the page asks for it when it needs it.',
    { path: `${WEB}(kept|program)/` },
    { path: `${WEB}(features|ui)/` },
  ),
  error(
    'api-client-knows-no-feature',
    'It sends what it is given.',
    { path: `${WEB}api/` },
    { path: `${WEB}(features|kept|outbox|ui)/` },
  ),
  error(
    'lib-knows-only-itself',
    'Words, dates and minutes.',
    { path: `${WEB}lib/` },
    { path: `${WEB}(features|outbox|api|ui)/` },
  ),
  error(
    'ui-is-dumb',
    'Buttons, fields and tables know no domain word.',
    { path: `${WEB}ui/`, pathNot: TEST },
    { path: `${WEB}(features|outbox|api)/|^packages/` },
  ),
  error(
    'no-server-state-in-zustand',
    'What the server knows lives in the query cache alone.',
    { path: `${WEB}.*[.]zustand[.]ts$` },
    { path: [`${WEB}api/`, '(^|/)node_modules/@tanstack/'] },
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...everywhere, ...packages, ...api, ...web],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
