import { Controller, Get, Header, Inject } from '@nestjs/common';
import { CONFIG, type Config } from '../config.ts';
import { EndpointList } from '../http/endpoint-list.ts';
import { stylesheetAddress } from '../pages/stylesheet.ts';
import { openapiDocument } from './openapi-document.ts';
import { openapiPage } from './openapi-page.ts';

/** The description of the API itself, for machines and for people. */
@Controller('/api')
export class OpenapiController {
  /** Made once, for they cost a tenth of a second and anybody may ask. */
  private written: { document: object; page: string } | null = null;

  constructor(
    private readonly endpoints: EndpointList,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('openapi.json')
  document(): object {
    return this.write().document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return this.write().page;
  }

  private write(): { document: object; page: string } {
    if (this.written === null) {
      const endpoints = this.endpoints.all();
      this.written = {
        document: openapiDocument(endpoints, '1'),
        page: openapiPage(endpoints, stylesheetAddress(this.config.webRoot)),
      };
    }
    return this.written;
  }
}
