import { describe, expect, it } from '@jest/globals';
import { ConfigFault, readConfig } from './config.ts';

const database = { DATABASE_URL: 'postgres://rounds@db.example/rounds' };
const embedded = { ROUNDS_EMBEDDED_URL: 'postgres://postgres@127.0.0.1:5555/postgres' };

describe('demo mode', () => {
  it.each([
    ['no DATABASE_URL', embedded, true],
    ['a DATABASE_URL', database, false],
    ['a DATABASE_URL and DEMO=1', { ...database, DEMO: '1' }, true],
    ['no DATABASE_URL and DEMO=0', { ...embedded, DEMO: '0' }, false],
    ['production said in another way', { ...embedded, NODE_ENV: 'production' }, true],
  ])('with %s is %s', (_, environment, demo) => expect(readConfig(environment).demo).toBe(demo));

  it('is for this machine alone unless HOST is set', () => {
    expect(readConfig(embedded).host).toBe('127.0.0.1');
    expect(readConfig({ ...embedded, HOST: '0.0.0.0' }).host).toBe('0.0.0.0');
    expect(readConfig(database).host).toBe('0.0.0.0');
  });
});

describe('wrong settings', () => {
  it('are all named in one message', () => {
    const wrong = {
      DATABASE_URL: 'mysql://x',
      PORT: 'many',
      PUBLIC_URL: 'rounds.example',
      SMTP_URL: 'x',
      DEMO_ANCHOR: 'soon',
      LOG_LEVEL: 'loud',
      DEMO: 'perhaps',
      TRUSTED_PROXIES: '10.0.0.0/8, proxy.example',
    };
    const read = (): unknown => readConfig(wrong);
    expect(read).toThrow(ConfigFault);
    for (const name of Object.keys(wrong)) expect(read).toThrow(new RegExp(`^ {2}${name} `, 'm'));
  });

  it.each(['https://rounds.example/here', 'https://rounds.example/?a=1', 'https://me:secret@rounds.example'])(
    'are a public address that no link can begin with: %s',
    (address) => expect(() => readConfig({ ...database, PUBLIC_URL: address })).toThrow(/PUBLIC_URL must be/),
  );

  it('are not a public address with a port or a last slash, nor proxies with spaces between', () => {
    const right = { PUBLIC_URL: 'https://rounds.example:8443/', TRUSTED_PROXIES: '127.0.0.1, ::1,10.0.0.0/8,' };
    expect(readConfig({ ...database, ...right })).toMatchObject({
      publicUrl: 'https://rounds.example:8443',
      trustedProxies: ['127.0.0.1', '::1', '10.0.0.0/8'],
    });
  });

  it('are not those left empty', () => {
    expect(readConfig({ ...database, PORT: '', SMTP_URL: '', PUBLIC_URL: '' })).toMatchObject({
      port: 3000,
      smtpUrl: null,
      publicUrl: null,
    });
  });

  it('say that a database is needed', () => expect(() => readConfig({})).toThrow(/DATABASE_URL is needed/));
});
