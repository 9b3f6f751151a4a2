import { Device } from '../e2e/support/device.ts';

export const BROWSER = {
  executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
};

export const SCREEN = { viewport: { width: 360, height: 740 }, locale: 'en-GB', timezoneId: 'Europe/London' };

/** A new phone for one run, thrown away after it. */
export async function withPhone<T>(baseURL: string, act: (phone: Device) => Promise<T>): Promise<T> {
  const phone = new Device(BROWSER, { ...SCREEN, baseURL });
  try {
    return await act(phone);
  } finally {
    await phone.throwAway();
  }
}
