import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentStore } from './document.store.ts';
import { ItemVersionEntity } from './item-version.entity.ts';
import { ItemEntity } from './item.entity.ts';
import { KeyCorrectionEntity } from './key-correction.entity.ts';
import { KeyCorrectionStore } from './key-correction.store.ts';
import { LearningModuleEntity } from './learning-module.entity.ts';
import { LearningPathEntity } from './learning-path.entity.ts';
import { LibraryImportEntity } from './library-import.entity.ts';
import { LibraryImportStore } from './library-import.store.ts';
import { ModuleVersionItemEntity } from './module-version-item.entity.ts';
import { ModuleVersionEntity } from './module-version.entity.ts';
import { ProblemAnswerEntity } from './problem-answer.entity.ts';
import { ProblemReportEntity } from './problem-report.entity.ts';
import { ProblemReportStore } from './problem-report.store.ts';
import { PublicationStore } from './publication.store.ts';
import { SignOffEntity } from './sign-off.entity.ts';
import { SignOffStore } from './sign-off.store.ts';
import { VersionMediaEntity } from './version-media.entity.ts';
import { VersionRetirementEntity } from './version-retirement.entity.ts';
import { VersionStore } from './version.store.ts';

const ENTITIES = [
  ItemVersionEntity,
  ItemEntity,
  KeyCorrectionEntity,
  LearningModuleEntity,
  LearningPathEntity,
  LibraryImportEntity,
  ModuleVersionItemEntity,
  ModuleVersionEntity,
  ProblemAnswerEntity,
  ProblemReportEntity,
  SignOffEntity,
  VersionMediaEntity,
  VersionRetirementEntity,
];

const STORES = [
  KeyCorrectionStore,
  VersionStore,
  DocumentStore,
  PublicationStore,
  LibraryImportStore,
  ProblemReportStore,
  SignOffStore,
];

@Module({ imports: [TypeOrmModule.forFeature(ENTITIES)], providers: STORES, exports: STORES })
export class ContentModule {}
