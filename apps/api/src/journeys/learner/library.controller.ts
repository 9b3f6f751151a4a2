import { Controller } from '@nestjs/common';
import { readModule, readPath, searchCatalogue } from '@rounds/contracts/catalogue';
import type { ResponseOf } from '@rounds/contracts/endpoint';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { BrowseLibrary } from './browse-library.ts';

@Controller()
export class LibraryController {
  constructor(private readonly library: BrowseLibrary) {}

  @Handles(searchCatalogue)
  search(@Call() { actor, query }: CallOf<typeof searchCatalogue>): Promise<ResponseOf<typeof searchCatalogue>> {
    return this.library.search(actor, query);
  }

  @Handles(readPath)
  path(@Call() { actor, params }: CallOf<typeof readPath>): Promise<ResponseOf<typeof readPath>> {
    return this.library.path(actor, params.pathId);
  }

  @Handles(readModule)
  module(@Call() { actor, params }: CallOf<typeof readModule>): Promise<ResponseOf<typeof readModule>> {
    return this.library.module(actor, params.moduleId);
  }
}
