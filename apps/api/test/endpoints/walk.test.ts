import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '@rounds/contracts/actor';
import { API_PREFIX, type Endpoint, Nothing } from '@rounds/contracts/endpoint';
import { Problem, type ProblemCode } from '@rounds/contracts/problem';
import { EndpointList } from '../../src/platform/http/endpoint-list.ts';
import { type AMember, type AnOrganisation, aMember, anOrganisation, aSession, aUnit } from '../factories/identity.ts';
import { TestApp } from '../kit/test-app.ts';
import { everyRow } from './every-row.ts';
import { sampleBody } from './sample-body.ts';
import { aWorld, type Distance, HIDDEN_FROM, type World } from './world.ts';

const app = await TestApp.start();
const endpoints = app.nest.get(EndpointList).all();
afterAll(() => app.stop());

type Named = [name: string, endpoint: Endpoint];
const named = (some: Endpoint[]): Named[] => some.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]);
const guarded = endpoints.filter(({ policy }) => policy !== 'anyone');
const forRoles = endpoints.filter(({ policy }) => typeof policy !== 'string');
const unsafe = endpoints.filter(({ method }) => method !== 'GET');
const taking = endpoints.filter(({ body }) => body !== Nothing);
const paramsOf = ({ path }: Endpoint): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
const naming = endpoints.filter((endpoint) => paramsOf(endpoint).length > 0);
const hiding = (distance: Distance): Endpoint[] =>
  naming.filter((endpoint) => paramsOf(endpoint).some((name) => HIDDEN_FROM[name]?.includes(distance)));

const EVERY_ROLE = Role.options;
let ours: AnOrganisation;
let plain: AMember;
/** Holds every role in all of the organisation; its world is its own. */
let mighty: AMember;
let undecided: string;
let own: World;
/** Who asks, and for whose rows. */
let far: Record<Distance, { asker: AMember; world: World }>;
let before: string;

beforeAll(async () => {
  const theirs = await app.system((tx) => anOrganisation(tx));
  ours = await app.system((tx) => anOrganisation(tx));
  const [ward, clinic] = await app.system(async (tx) => [
    await aUnit(tx, { organisationId: ours.organisationId, parent: ours.rootUnitId }),
    await aUnit(tx, { organisationId: ours.organisationId, parent: ours.rootUnitId }),
  ]);
  const rolesIn = (unitId: string) => EVERY_ROLE.map((role) => ({ role, unitId }));
  plain = await aMember(app, ours);
  mighty = await aMember(app, ours, { roles: rolesIn(ours.rootUnitId) });
  undecided = await aSession(app, plain.personId, null);
  own = await aWorld(app, mighty);
  far = {
    'another organisation': {
      asker: mighty,
      world: await aWorld(app, await aMember(app, theirs, { roles: rolesIn(theirs.rootUnitId) })),
    },
    'another unit': {
      asker: await aMember(app, ours, { unitId: ward!, roles: rolesIn(ward!) }),
      world: await aWorld(app, await aMember(app, ours, { unitId: clinic!, roles: rolesIn(clinic!) })),
    },
    'another person': {
      asker: mighty,
      world: await aWorld(app, await aMember(app, ours, { roles: rolesIn(ours.rootUnitId) })),
    },
  };
  before = await everyRow(app);
});

type Sent = { token?: string; world?: World; body?: unknown; payload?: string; headers?: Record<string, string> };
type Answer = { status: number; body: string };

/** Sends a request into the running application, without the network. */
async function send(
  endpoint: Endpoint,
  { token, world = {}, body, payload, headers = {} }: Sent = {},
): Promise<Answer> {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => world[name] ?? randomUUID());
  const json = body !== undefined || payload !== undefined;
  const answer = await app.nest.inject({
    method: endpoint.method,
    url: API_PREFIX + path,
    headers: {
      ...(token !== undefined && { cookie: `rounds=${token}` }),
      ...(json && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(json && { payload: payload ?? JSON.stringify(body) }),
  });
  return { status: answer.statusCode, body: answer.body };
}

/** Every refusal is a problem document that fits its status, names its code and leads to the log. */
function expectRefusal(answer: Answer, status: number, code: ProblemCode): void {
  const problem = Problem.safeParse(answer.status < 400 ? {} : JSON.parse(answer.body));
  expect({ status: answer.status, code: problem.data?.code }).toEqual({ status, code });
  expect(problem.data).toMatchObject({
    status,
    type: `/problems/${code}`,
    correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
}

describe('the walk', () => {
  it('finds the endpoints', () => {
    expect(endpoints.length).toBeGreaterThan(20);
    expect(new Set(named(endpoints).map(([name]) => name)).size).toBe(endpoints.length);
  });

  it.each(named(naming))('knows every parameter of %s', (_, endpoint) => {
    const unknown = paramsOf(endpoint).filter((name) => HIDDEN_FROM[name] === undefined || own[name] === undefined);
    // A new parameter needs a line in HIDDEN_FROM and a row in aWorld, both in world.ts.
    expect(unknown).toEqual([]);
  });
});

describe('signed out', () => {
  it.each(named(guarded))('%s asks to sign in', async (_, endpoint) => {
    expectRefusal(await send(endpoint), 401, 'signed-out');
    expectRefusal(await send(endpoint, { token: 'a'.repeat(43) }), 401, 'signed-out');
  });
});

describe('before an organisation is chosen', () => {
  it.each(named(guarded.filter(({ policy }) => policy !== 'signed-in')))(
    '%s asks to choose one',
    async (_, endpoint) => {
      expectRefusal(await send(endpoint, { token: undecided }), 403, 'choose-organisation');
    },
  );
});

describe('without the role', () => {
  it.each(named(forRoles))('%s does not open', async (_, endpoint) => {
    expectRefusal(await send(endpoint, { token: plain.token }), 403, 'not-allowed');
  });
});

describe.each<Distance>(['another organisation', 'another unit', 'another person'])('of %s', (distance) => {
  it.each(named(hiding(distance)))('%s finds nothing', async (_, endpoint) => {
    const { asker, world } = far[distance];
    const body = endpoint.body === Nothing ? undefined : sampleBody(endpoint, { unitId: asker.unitId });
    expectRefusal(await send(endpoint, { token: asker.token, world, body }), 404, 'not-found');
  });
});

describe('an id that is none', () => {
  it.each(named(naming))('leads nowhere in %s', async (_, endpoint) => {
    const world = Object.fromEntries(paramsOf(endpoint).map((name) => [name, 'none']));
    const body = endpoint.body === Nothing ? undefined : sampleBody(endpoint);
    expectRefusal(await send(endpoint, { token: mighty.token, world, body }), 404, 'not-found');
  });
});

describe('from a page of another site', () => {
  it.each(named(unsafe))('%s is refused', async (_, endpoint) => {
    for (const origin of ['https://elsewhere.test', 'null', 'http://']) {
      expectRefusal(
        await send(endpoint, { token: mighty.token, world: own, headers: { origin } }),
        403,
        'wrong-origin',
      );
    }
  });
});

describe('a body that is none', () => {
  const large = `{"text":"${'x'.repeat(10_000_000)}"}`;

  it.each(named(taking))('is refused by %s', async (_, endpoint) => {
    const asked = { token: mighty.token, world: own };
    for (const payload of ['{"a":', '', '[1,', 'undefined'])
      expectRefusal(await send(endpoint, { ...asked, payload }), 400, 'malformed-json');
    for (const type of [
      'application/xml',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const typed = { ...asked, payload: 'a=b', headers: { 'content-type': type } };
      expectRefusal(await send(endpoint, typed), 415, 'unsupported-content-type');
    }
    expectRefusal(await send(endpoint, { ...asked, payload: large }), 413, 'body-too-large');
  });

  it.each(named(taking))('of another kind is refused by %s, with its place', async (_, endpoint) => {
    for (const body of [[], 'text', 1, null])
      expectRefusal(await send(endpoint, { token: mighty.token, world: own, body }), 400, 'invalid-request');
  });
});

describe('after all of this', () => {
  it('nothing was changed', async () => {
    expect(await everyRow(app)).toBe(before);
  });

  it.each(named(naming.filter(({ method }) => method === 'GET')))('%s finds what is one’s own', async (_, endpoint) => {
    expect((await send(endpoint, { token: mighty.token, world: own })).status).toBe(200);
  });
});
