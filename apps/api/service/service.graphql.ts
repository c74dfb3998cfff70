import { Inject } from '@nestjs/common';
import {
  Args,
  Context,
  Field,
  Float,
  Int,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { DateScalar, LanguageEnum, type Language } from '@maillage/engine';
import { today } from '@maillage/kernel';
import { allKept, type KeptTable, type PublicationConfig } from '@maillage/platform';
import type { ApiContext } from '../graphql/context.js';
import { accessibilityState, AccessibilityStateEnum, type AccessibilityState } from './compliance.js';
import { NoticePageEnum, type NoticePage, type Notices } from './notices.js';

/** What is said of whoever runs this server. */
export interface ServiceSaid {
  readonly publication: PublicationConfig;
  readonly notices: Notices;
  /** The longest a browser’s session lasts, in milliseconds. */
  readonly sessionMs: number;
}

export const SERVICE = Symbol('SERVICE');

registerEnumType(NoticePageEnum, {
  name: 'NoticePage',
  description: 'The pages a public service has to have.',
  valuesMap: {
    LEGAL: { description: 'Who publishes these pages, and who hosts them.' },
    PRIVACY: { description: 'What is kept of persons.' },
    ACCESSIBILITY: { description: 'How far the pages can be used by everybody.' },
    CONTACT: { description: 'How to reach whoever runs this server.' },
  },
});

registerEnumType(AccessibilityStateEnum, {
  name: 'AccessibilityState',
  description:
    'How far the pages meet RGAA 4.1, the French rules of accessibility, by an audit of the last three years.',
  valuesMap: {
    FULLY_COMPLIANT: { description: 'All criteria that apply are met.' },
    PARTLY_COMPLIANT: { description: 'Half of them at least are met.' },
    NON_COMPLIANT: { description: 'Fewer are met, or nobody has looked.' },
  },
});

const KeptOfPeopleEnum = Object.fromEntries(allKept().map(([table]) => [enumName(table), table]));

registerEnumType(KeptOfPeopleEnum, {
  name: 'KeptOfPeople',
  description: 'What is kept of persons, outside the log.',
  valuesMap: Object.fromEntries(allKept().map(([table, { says }]) => [enumName(table), { description: says }])),
});

function enumName(table: KeptTable): string {
  return table.toUpperCase();
}

@ObjectType('Keeping', { description: 'For how long something is kept of persons.' })
class KeepingObject {
  @Field(() => KeptOfPeopleEnum, { description: 'What.' })
  what!: KeptTable;
  @Field(() => Int, {
    nullable: true,
    description: 'For so many minutes at the longest; null where it is until somebody ends it, and not for a time.',
  })
  minutes!: number | null;
  @Field(() => Boolean, { description: 'Whether it stays where a person erases herself, as it leads to nobody.' })
  outlastsHer!: boolean;
}

@ObjectType('Accessibility', { description: 'How far everybody can use the pages of this server.' })
class AccessibilityObject {
  @Field(() => AccessibilityStateEnum, { description: 'By the last audit, on the day of the question.' })
  state!: AccessibilityState;
  @Field(() => Float, {
    nullable: true,
    description: 'Of a hundred criteria that apply, how many the audit found met.',
  })
  rate!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'The day of the last audit; null where there was none.' })
  auditedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Who made it.' })
  auditor!: string | null;
  @Field(() => String, { nullable: true, description: 'Where its report is: an http or https address.' })
  report!: string | null;
}

@ObjectType('Service', { description: 'This server, and who answers for it; null is what nobody has said.' })
class ServiceObject {
  @Field(() => String, { nullable: true, description: 'Who publishes the pages.' })
  publisher!: string | null;
  @Field(() => String, { nullable: true, description: 'The person who answers for what is published.' })
  publicationDirector!: string | null;
  @Field(() => String, { nullable: true, description: 'Who hosts the server.' })
  hostingProvider!: string | null;
  @Field(() => String, { nullable: true, description: 'Who answers for personal data.' })
  dataController!: string | null;
  @Field(() => String, { nullable: true, description: 'An e-mail address, or the address of a form.' })
  contact!: string | null;
  @Field(() => Int, { nullable: true, description: 'For how many days backups are kept.' })
  backupDays!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'The IANA name of the time zone in which the time of day is told; null where it is each reader’s own.',
  })
  timeZone!: string | null;
  @Field(() => Float, { description: 'For how many hours at most a browser’s session lasts.' })
  sessionHours!: number;
  @Field(() => [KeepingObject], { description: 'What is kept of persons, outside the log, and for how long.' })
  kept!: readonly KeepingObject[];
  @Field(() => AccessibilityObject, { description: 'How far everybody can use the pages.' })
  accessibility!: AccessibilityObject;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

@Resolver(() => ServiceObject)
export class ServiceResolver {
  constructor(@Inject(SERVICE) private readonly said: ServiceSaid) {}

  @Query(() => ServiceObject, { description: 'This server, and who answers for it.' })
  service(@Context() { clock }: ApiContext): ServiceObject {
    const { publisher, director, hostingProvider, dataController, contact, backupDays, timeZone, audit } =
      this.said.publication;
    return Object.assign(new ServiceObject(), {
      publisher,
      publicationDirector: director,
      hostingProvider,
      dataController,
      contact,
      backupDays,
      timeZone,
      sessionHours: this.said.sessionMs / HOUR_MS,
      kept: allKept().map(([what, { lastsMs, outlastsHer = false }]) => ({
        what,
        minutes: lastsMs === undefined ? null : lastsMs / MINUTE_MS,
        outlastsHer,
      })),
      accessibility: {
        state: accessibilityState(audit, today(clock)),
        rate: audit?.rate,
        auditedOn: audit?.on,
        auditor: audit?.auditor,
        report: audit?.report,
      },
    });
  }

  @ResolveField(() => [String], { description: 'What the operator adds to a page: paragraphs of plain text.' })
  notices(
    @Parent() _: ServiceObject,
    @Args('page', { type: () => NoticePageEnum, description: 'To which page.' }) page: NoticePage,
    @Args('language', { type: () => LanguageEnum, defaultValue: 'EN', description: 'In which language.' })
    language: Language,
  ): readonly string[] {
    return this.said.notices.of(page, language);
  }
}
