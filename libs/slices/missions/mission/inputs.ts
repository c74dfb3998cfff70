import { ArgsType, Field, ID, InputType, IntersectionType, registerEnumType } from '@nestjs/graphql';
import { AfterArgs, ConnectionArgs, DateScalar, UuidScalar } from '@maillage/engine';
import { PRIVATE_FIELDS, ROLES, type PrivateFields, type Role } from './events.js';
import { PlaceInput } from '../shared.graphql.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What an organisation does in a mission. It may hold several roles.',
  valuesMap: {
    BACKBONE: { description: 'Keeps the mission together: its terms, its indicators, its invitations.' },
    MEMBER: { description: 'Commits and contributes.' },
    EVALUATOR: { description: 'Verifies what others contributed.' },
    FUNDER: { description: 'Pays for the work of others.' },
  },
});

export const PrivateFieldsEnum = Object.fromEntries(PRIVATE_FIELDS.map((fields) => [fields, fields]));
registerEnumType(PrivateFieldsEnum, {
  name: 'PrivateFields',
  description: 'Texts a mission may ask to be kept out of the public log, where only commitments to them then stand.',
  valuesMap: {
    REVIEW_COMMENTS: { description: 'What worked and what to try of its reviews, and the answers to them.' },
    EVIDENCE_NOTES: {
      description:
        'Notes, statements and findings beside the evidence of its contributions. The reasons of disputes stay public.',
    },
  },
});

@ArgsType()
export class MissionsArgs extends IntersectionType(ConnectionArgs, AfterArgs) {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a title, a challenge or a hashtag, whatever its case and accents.',
  })
  search?: string;
  @Field(() => String, { nullable: true, description: 'With its #. Several missions may share one.' })
  hashtag?: string;
  @Field(() => String, {
    nullable: true,
    description: 'A Sustainable Development Goal or target; a goal finds its targets too: 11 finds 11.1.',
  })
  sdg?: string;
  @Field(() => ID, { nullable: true, description: 'An organisation that takes part now, in whatever role.' })
  organisationId?: string;
}

@ArgsType()
export class MembershipArgs extends ConnectionArgs {
  @Field(() => RoleEnum, {
    nullable: true,
    description: 'Who holds this role now; organisations that left hold none.',
  })
  role?: Role;
  @Field(() => Boolean, { defaultValue: false, description: 'Memberships that have ended too.' })
  includeFormer!: boolean;
}

@InputType({ isAbstract: true })
abstract class MissionTermsInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field()
  title!: string;
  @Field({ description: 'What the mission answers to, in one sentence.' })
  challenge!: string;
  @Field({ description: 'In lower case, with its #: #logement-digne.' })
  hashtag!: string;
  @Field(() => DateScalar, { nullable: true })
  startsOn?: string;
  @Field(() => DateScalar, { nullable: true })
  endsOn?: string;
  @Field(() => [PlaceInput], { nullable: true })
  places?: PlaceInput[];
  @Field(() => [String], { nullable: true, description: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.' })
  sdgs?: string[];
  @Field({ description: 'Whether any registered organisation may join as MEMBER or FUNDER.' })
  openInvitation!: boolean;
  @Field(() => [PrivateFieldsEnum], {
    nullable: true,
    description:
      'Texts recorded from then on stay out of the public log. Left out: as they are; in a new mission, none.',
  })
  privateFields?: PrivateFields[];
}

@InputType()
export class DeclareMissionInput extends MissionTermsInput {}

@InputType()
export class ReviseMissionInput extends MissionTermsInput {
  @Field(() => ID)
  missionId!: string;
  @Field()
  reason!: string;
}

@InputType({ isAbstract: true })
abstract class InvitationInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  missionId!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => RoleEnum)
  role!: Role;
}

@InputType()
export class InviteOrganisationInput extends InvitationInput {}

@InputType()
export class WithdrawInvitationInput extends InvitationInput {}

@InputType()
export class JoinMissionInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  missionId!: string;
  @Field(() => RoleEnum)
  role!: Role;
  @Field(() => ID, {
    nullable: true,
    description: 'For a backbone that enrols another organisation; leave it out to join for your own.',
  })
  organisationId?: string;
}

@InputType()
export class LeaveMissionInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  missionId!: string;
  @Field(() => String, { nullable: true })
  reason?: string;
}
