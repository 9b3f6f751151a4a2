import { packageJest } from '../../scripts/jest/base.mjs';

export default packageJest(import.meta.dirname);
