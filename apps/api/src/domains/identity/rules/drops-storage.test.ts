import { expect, it } from '@jest/globals';
import { dropsStorage } from './drops-storage.ts';

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit';

it.each<[string, string, boolean]>([
  ['Safari on an iPhone', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, true],
  ['Chrome on an iPhone', `${IPHONE} CriOS/142.0.0.0 Mobile/15E148 Safari/604.1`, true],
  ['Firefox on an iPhone', `${IPHONE} FxiOS/145.0 Mobile/15E148 Safari/605.1.15`, true],
  ['an app on an iPhone', `${IPHONE} Mobile/15E148`, true],
  [
    'Safari on a Mac, and on an iPad that calls itself one',
    `${MAC}/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`,
    true,
  ],
  ['Chrome on a Mac', `${MAC}/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36`, false],
  [
    'Edge on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    false,
  ],
  [
    'Chrome on Android',
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    false,
  ],
  [
    'an old browser of Android',
    'Mozilla/5.0 (Linux; U; Android 4.0.3) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.30',
    false,
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', false],
  ['nothing said', '', false],
])('dropsStorage: %s', (_, userAgent, drops) => {
  expect(dropsStorage(userAgent)).toBe(drops);
});
