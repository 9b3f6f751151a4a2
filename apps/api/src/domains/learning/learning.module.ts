import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BarrierAnswerEntity } from './barrier-answer.entity.ts';
import { BarrierStore } from './barrier.store.ts';
import { CompletionEntity } from './completion.entity.ts';
import { CompletionStore } from './completion.store.ts';
import { DiscussionEntity } from './discussion.entity.ts';
import { DiscussionParticipantEntity } from './discussion-participant.entity.ts';
import { DiscussionQuorumEntity } from './discussion-quorum.entity.ts';
import { DiscussionStore } from './discussion.store.ts';
import { EventSetAsideEntity } from './event-set-aside.entity.ts';
import { HandInEntity } from './hand-in.entity.ts';
import { HandInStore } from './hand-in.store.ts';
import { LearnerEventEntity } from './learner-event.entity.ts';
import { LearnerEventStore } from './learner-event.store.ts';
import { ModuleStartEntity } from './module-start.entity.ts';
import { ModuleStartStore } from './module-start.store.ts';
import { ReceiptSigner } from './receipt-signer.ts';
import { RecertificationEntity } from './recertification.entity.ts';
import { RecertificationStore } from './recertification.store.ts';
import { StorageWarningEntity } from './storage-warning.entity.ts';
import { StorageWarningStore } from './storage-warning.store.ts';

const STORES = [
  BarrierStore,
  CompletionStore,
  DiscussionStore,
  HandInStore,
  LearnerEventStore,
  ModuleStartStore,
  ReceiptSigner,
  RecertificationStore,
  StorageWarningStore,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      BarrierAnswerEntity,
      CompletionEntity,
      DiscussionEntity,
      DiscussionParticipantEntity,
      DiscussionQuorumEntity,
      EventSetAsideEntity,
      HandInEntity,
      LearnerEventEntity,
      ModuleStartEntity,
      RecertificationEntity,
      StorageWarningEntity,
    ]),
  ],
  providers: STORES,
  exports: STORES,
})
export class LearningModule {}
