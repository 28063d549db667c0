import type { Body } from '../api/contract.ts';

const patienceMs = 4_000;

/** Where this device is, if it knows and may say so within a few seconds: a check-in does not wait for satellites. */
export const whereAmI = (): Promise<Body<'check-in'>['location']> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(undefined),
      { timeout: patienceMs, maximumAge: 60_000 },
    );
  });
