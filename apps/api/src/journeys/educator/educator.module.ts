import { Module } from '@nestjs/common';
import { AssessmentModule } from '../../domains/assessment/assessment.module.ts';
import { ContentModule } from '../../domains/content/content.module.ts';
import { CpdModule } from '../../domains/cpd/cpd.module.ts';
import { LearningModule } from '../../domains/learning/learning.module.ts';
import { StatementsModule } from '../../domains/statements/statements.module.ts';
import { AnswerProblem } from './answer-problem.ts';
import { CreditPasses } from './credit-passes.ts';
import { MarkAgain } from './mark-again.ts';
import { ProblemReportsController } from './problem-reports.controller.ts';
import { ReMarkItem } from './re-mark-item.ts';
import { ReMarksController } from './re-marks.controller.ts';
import { SignOffsController } from './sign-offs.controller.ts';
import { SignOffVersion } from './sign-off-version.ts';

@Module({
  imports: [AssessmentModule, ContentModule, CpdModule, LearningModule, StatementsModule],
  controllers: [ProblemReportsController, ReMarksController, SignOffsController],
  providers: [AnswerProblem, CreditPasses, MarkAgain, ReMarkItem, SignOffVersion],
})
export class EducatorModule {}
