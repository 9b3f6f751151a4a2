import '@testing-library/jest-dom/jest-globals';
import { afterEach } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';

// A page's program is compiled when it is first asked for.
configure({ asyncUtilTimeout: 5_000 });
afterEach(cleanup);
