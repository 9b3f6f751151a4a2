import type { AuthoredCard } from './authored-card.ts';
import type { AuthoredItem } from './authored-item.ts';
import type { Located } from './finding.ts';
import type { ModuleManifest } from './module-manifest.ts';

/** A picture of a module, as its file holds it. */
export type AuthoredMedia = {
  /** Name without a folder. */
  file: string;
  contentType: 'image/svg+xml' | 'image/png' | 'image/webp' | 'image/jpeg';
  bytes: Uint8Array;
};

/** A module whose files each have the right shape; whether they fit together is still to be checked. */
export type ModuleDraft = {
  /** Name of its folder. */
  folder: string;
  manifest: Located<ModuleManifest>;
  cards: Located<AuthoredCard>[];
  items: Located<AuthoredItem[]>;
  media: AuthoredMedia[];
};
