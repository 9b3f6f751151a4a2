import { Module } from '@nestjs/common';
import { DocumentStore } from './document.store.ts';
import { LibraryImportStore } from './library-import.store.ts';
import { ProblemReportStore } from './problem-report.store.ts';
import { PublicationStore } from './publication.store.ts';
import { SignOffStore } from './sign-off.store.ts';
import { VersionStore } from './version.store.ts';

const STORES = [VersionStore, DocumentStore, PublicationStore, LibraryImportStore, ProblemReportStore, SignOffStore];

@Module({ providers: STORES, exports: STORES })
export class ContentModule {}
