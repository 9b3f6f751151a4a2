import { decoratedSwc, plainSwc } from '../swc-options.mjs';

/** Jest as ES modules, TypeScript by swc; Jest itself must run under `node --experimental-vm-modules`. */
function esmJest(rootDir, swc) {
  return {
    rootDir,
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts'],
    transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  };
}

/** For a package below packages/: tests lie beside their subjects. */
export function packageJest(rootDir) {
  return { ...esmJest(rootDir, plainSwc), testMatch: ['<rootDir>/src/**/*.test.ts'] };
}

/** For apps/api: rule tests beside the rules, the rest below test/, on one throw-away PostgreSQL. */
export function apiJest(rootDir) {
  return {
    ...esmJest(rootDir, decoratedSwc),
    testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
    globalSetup: '<rootDir>/test/kit/global-setup.ts',
    globalTeardown: '<rootDir>/test/kit/global-teardown.ts',
    testTimeout: 60_000,
    // Every file loads the whole application anew; without a limit the workers keep all of them.
    workerIdleMemoryLimit: '700MB',
  };
}
