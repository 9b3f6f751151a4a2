import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Endpoint } from '@rounds/contracts/endpoint';
import { ENDPOINT } from './endpoint.decorator.ts';

/** Every endpoint that some controller handles, found from the controllers themselves, so that none can be forgotten. */
@Injectable()
export class EndpointList {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Sorted by path, then method. */
  all(): Endpoint[] {
    const found = this.discovery.getControllers().flatMap(({ instance }) => {
      const prototype: Record<string, unknown> = Object.getPrototypeOf(instance);
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name];
        const endpoint =
          typeof handler === 'function' ? this.reflector.get<Endpoint | undefined>(ENDPOINT, handler) : undefined;
        return endpoint === undefined ? [] : [endpoint];
      });
    });
    return found.toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
  }
}
