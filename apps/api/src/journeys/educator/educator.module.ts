import { Module } from '@nestjs/common';
import { ContentModule } from '../../domains/content/content.module.ts';
import { AnswerProblem } from './answer-problem.ts';
import { ProblemReportsController } from './problem-reports.controller.ts';
import { SignOffsController } from './sign-offs.controller.ts';
import { SignOffVersion } from './sign-off-version.ts';

@Module({
  imports: [ContentModule],
  controllers: [ProblemReportsController, SignOffsController],
  providers: [AnswerProblem, SignOffVersion],
})
export class EducatorModule {}
