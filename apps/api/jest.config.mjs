import { apiJest } from '../../scripts/jest/base.mjs';

export default apiJest(import.meta.dirname);
