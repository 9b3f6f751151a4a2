import { Logger } from '@nestjs/common';

/**
 * Before a test wires another application: Nest warns that its data source has the name of the first one's, though each
 * has a tree of modules of its own and neither overrides the other. Wiring sets the levels of its log again.
 */
export function expectAnotherApp(): void {
  Logger.overrideLogger(['error']);
}
