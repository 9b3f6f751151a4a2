import { Controller } from '@nestjs/common';
import {
  addPerson,
  correctPerson,
  listPeople,
  readPerson,
  reinstatePerson,
  suspendPerson,
} from '@rounds/contracts/people';
import { Call, type CallOf } from '../../platform/http/call.ts';
import { Handles } from '../../platform/http/endpoint.decorator.ts';
import { actOf } from './act-of.ts';
import { AddPerson } from './add-person.ts';
import { CorrectPerson } from './correct-person.ts';
import { ReadPeople } from './read-people.ts';
import { SuspendPerson } from './suspend-person.ts';

@Controller()
export class PeopleController {
  constructor(
    private readonly reading: ReadPeople,
    private readonly adding: AddPerson,
    private readonly correcting: CorrectPerson,
    private readonly suspending: SuspendPerson,
  ) {}

  @Handles(listPeople)
  list(@Call() { actor, query }: CallOf<typeof listPeople>) {
    return this.reading.page(actor, query);
  }

  @Handles(readPerson)
  one(@Call() { actor, params }: CallOf<typeof readPerson>) {
    return this.reading.one(actor, params.personId);
  }

  @Handles(addPerson)
  add(@Call() call: CallOf<typeof addPerson>) {
    return this.adding.run(actOf(call), call.body);
  }

  @Handles(correctPerson)
  correct(@Call() call: CallOf<typeof correctPerson>) {
    return this.correcting.run(actOf(call), call.params.personId, call.body);
  }

  @Handles(suspendPerson)
  suspend(@Call() call: CallOf<typeof suspendPerson>) {
    return this.suspending.suspend(actOf(call), call.params.personId, call.body.reason);
  }

  @Handles(reinstatePerson)
  reinstate(@Call() call: CallOf<typeof reinstatePerson>) {
    return this.suspending.reinstate(actOf(call), call.params.personId);
  }
}
