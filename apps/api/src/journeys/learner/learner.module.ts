import { Module } from '@nestjs/common';
import { ContentModule } from '../../domains/content/content.module.ts';
import { DocumentsController } from './documents.controller.ts';
import { OpenVersion } from './open-version.ts';

@Module({
  imports: [ContentModule],
  controllers: [DocumentsController],
  providers: [OpenVersion],
})
export class LearnerModule {}
