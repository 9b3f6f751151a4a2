import { Module } from '@nestjs/common';
import { AssessmentModule } from '../../domains/assessment/assessment.module.ts';
import { ContentModule } from '../../domains/content/content.module.ts';
import { CpdModule } from '../../domains/cpd/cpd.module.ts';
import { IdentityModule } from '../../domains/identity/identity.module.ts';
import { LearningModule } from '../../domains/learning/learning.module.ts';
import { StatementsModule } from '../../domains/statements/statements.module.ts';
import { AttemptsController } from './attempts.controller.ts';
import { BrowseLibrary } from './browse-library.ts';
import { CalibrationController } from './calibration.controller.ts';
import { CpdRecordController } from './cpd-record.controller.ts';
import { Discuss } from './discuss.ts';
import { DiscussionsController } from './discussions.controller.ts';
import { DocumentsController } from './documents.controller.ts';
import { Earliest } from './earliest.ts';
import { FollowEvents } from './follow-events.ts';
import { KeepBarriers } from './keep-barriers.ts';
import { HandInsController } from './hand-ins.controller.ts';
import { LibraryController } from './library.controller.ts';
import { OpenHandInFile } from './open-hand-in-file.ts';
import { OpenVersion } from './open-version.ts';
import { ProgressController } from './progress.controller.ts';
import { ReadAttempt } from './read-attempt.ts';
import { ReadCalibration } from './read-calibration.ts';
import { ReadCpdRecord } from './read-cpd-record.ts';
import { ReadToday } from './read-today.ts';
import { ReadVersionState } from './read-version-state.ts';
import { RecordAttempt } from './record-attempt.ts';
import { RecordEvents } from './record-events.ts';
import { SubmitAttempt } from './submit-attempt.ts';
import { TakeHandIn } from './take-hand-in.ts';
import { TakeHandedInWork } from './take-handed-in-work.ts';
import { TodayController } from './today.controller.ts';

@Module({
  imports: [AssessmentModule, ContentModule, CpdModule, IdentityModule, LearningModule, StatementsModule],
  controllers: [
    AttemptsController,
    CalibrationController,
    CpdRecordController,
    DiscussionsController,
    DocumentsController,
    HandInsController,
    LibraryController,
    ProgressController,
    TodayController,
  ],
  providers: [
    BrowseLibrary,
    Earliest,
    Discuss,
    FollowEvents,
    KeepBarriers,
    OpenHandInFile,
    OpenVersion,
    ReadAttempt,
    ReadCalibration,
    ReadCpdRecord,
    ReadToday,
    ReadVersionState,
    RecordAttempt,
    RecordEvents,
    SubmitAttempt,
    TakeHandIn,
    TakeHandedInWork,
  ],
})
export class LearnerModule {}
