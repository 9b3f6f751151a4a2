import { Module } from '@nestjs/common';
import { AddPerson } from './add-person.ts';
import { Administration } from './administration.ts';
import { AuditController } from './audit.controller.ts';
import { ChangePosts } from './change-posts.ts';
import { ChangeRoles } from './change-roles.ts';
import { ChangeUnits } from './change-units.ts';
import { CorrectPerson } from './correct-person.ts';
import { IssueLinks } from './issue-links.ts';
import { LinksController } from './links.controller.ts';
import { PeopleController } from './people.controller.ts';
import { PostsAndRolesController } from './posts-and-roles.controller.ts';
import { ReadAudit } from './read-audit.ts';
import { ReadPeople } from './read-people.ts';
import { SuspendPerson } from './suspend-person.ts';
import { UnitsController } from './units.controller.ts';

@Module({
  controllers: [AuditController, LinksController, PeopleController, PostsAndRolesController, UnitsController],
  providers: [
    AddPerson,
    Administration,
    ChangePosts,
    ChangeRoles,
    ChangeUnits,
    CorrectPerson,
    IssueLinks,
    ReadAudit,
    ReadPeople,
    SuspendPerson,
  ],
})
export class AdminModule {}
