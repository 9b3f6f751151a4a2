import { Controller, Get, Header } from '@nestjs/common';
import { EndpointList } from '../http/endpoint-list.ts';
import { openapiDocument } from './openapi-document.ts';
import { openapiPage } from './openapi-page.ts';

/** The description of the API itself, for machines and for people. */
@Controller('/api')
export class OpenapiController {
  constructor(private readonly endpoints: EndpointList) {}

  @Get('openapi.json')
  document(): object {
    return openapiDocument(this.endpoints.all(), '1');
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return openapiPage(this.endpoints.all());
  }
}
