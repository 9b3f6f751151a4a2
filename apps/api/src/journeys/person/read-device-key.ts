import { Injectable } from '@nestjs/common';
import type { Actor } from '@rounds/contracts/actor';
import type { DeviceKey } from '@rounds/contracts/device-key';
import { ServerSecrets } from '../../platform/secrets/server-secrets.ts';

/** Of how keys are made. A later one is derived beside it, and opens nothing that this one sealed. */
const KEY_VERSION = 1;
const KEY_BYTES = 32;
/** Of the id, which is derived beside the key and tells nothing of it. */
const ID_BYTES = 9;

/** A person's key, by which what is kept on a device opens to its owner alone. Not kept: it is derived whenever it is asked for. */
@Injectable()
export class ReadDeviceKey {
  constructor(private readonly secrets: ServerSecrets) {}

  run({ personId }: Actor): DeviceKey {
    const derived = this.secrets.derive(`device-key/${KEY_VERSION}/${personId}`, KEY_BYTES + ID_BYTES);
    const { keyId, publicKey } = this.secrets.sealingKey;
    return {
      keyId: `${KEY_VERSION}.${derived.subarray(KEY_BYTES).toString('base64url')}`,
      key: derived.subarray(0, KEY_BYTES).toString('base64url'),
      handIn: { keyId, publicKey: publicKey.toString('base64url') },
    };
  }
}
