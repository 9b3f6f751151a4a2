import { Administration1790000008000 } from './1790000008000-administration.ts';
import { CsvSafe1790000005000 } from './1790000005000-csv-safe.ts';
import { Content1790000003000 } from './1790000003000-content.ts';
import { Erasure1790000009000 } from './1790000009000-erasure.ts';
import { HandIns1790000016000 } from './1790000016000-hand-ins.ts';
import { Identity1790000002000 } from './1790000002000-identity.ts';
import { Discussions1790000018000 } from './1790000018000-discussions.ts';
import { Kindness1790000014000 } from './1790000014000-kindness.ts';
import { Learning1790000004000 } from './1790000004000-learning.ts';
import { Offline1790000012000 } from './1790000012000-offline.ts';
import { Platform1790000001000 } from './1790000001000-platform.ts';
import { Preferences1790000020000 } from './1790000020000-preferences.ts';
import { QueueAndMail1790000006000 } from './1790000006000-queue-and-mail.ts';
import { Recertification1790000011000 } from './1790000011000-recertification.ts';
import { StorageWarnings1790000018000 } from './1790000018000-storage-warnings.ts';

/** In order. */
export const MIGRATIONS = [
  Platform1790000001000,
  Identity1790000002000,
  Content1790000003000,
  Learning1790000004000,
  CsvSafe1790000005000,
  QueueAndMail1790000006000,
  Administration1790000008000,
  Erasure1790000009000,
  Recertification1790000011000,
  Offline1790000012000,
  Kindness1790000014000,
  HandIns1790000016000,
  StorageWarnings1790000018000,
  Discussions1790000018000,
  Preferences1790000020000,
];
