import { useRef, useState, type ReactNode } from 'react';
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { CloseMission } from '../../../generated/commands/CloseMission.js';
import { InviteOrganisation } from '../../../generated/commands/InviteOrganisation.js';
import { ListMember } from '../../../generated/commands/ListMember.js';
import { PauseMission } from '../../../generated/commands/PauseMission.js';
import { ProposeBackboneHandover } from '../../../generated/commands/ProposeBackboneHandover.js';
import { RemoveMember } from '../../../generated/commands/RemoveMember.js';
import { ResumeMission } from '../../../generated/commands/ResumeMission.js';
import { ReviseMission } from '../../../generated/commands/ReviseMission.js';
import { SuspendMember } from '../../../generated/commands/SuspendMember.js';
import type { Messages } from '../../../generated/messages/en.js';
import { Day } from '../../../i18n/format.js';
import { LinkButton } from '../../../parts/button.js';
import { ActForms } from '../../../parts/forms/act-forms.js';
import type { Command } from '../../../parts/forms/command.js';
import { CommandField, CommandForm } from '../../../parts/forms/command-form.js';
import { useCommandForm } from '../../../parts/forms/use-command-form.js';
import { useFormWords } from '../../../parts/forms/words.js';
import { isAllowed } from '../../../parts/may.js';
import { MoreButton } from '../../../parts/more-button.js';
import { OrganisationField } from '../../../parts/organisation-field.js';
import { Reveal } from '../../../parts/reveal.js';
import { daysAfter, today } from '../../../parts/today.js';
import { choicesIn, type Named } from '../../../parts/named.js';
import type { More } from '../../../shell/graphql/use-more.js';
import { Revision } from './revision.js';
import type { MissionData } from './types.js';

type MoreOf = Omit<More<unknown>, 'nodes'>;
type Recorded = (position: string | null) => void;

interface FormProps {
  readonly mission: MissionData;
  readonly recorded: Recorded;
}

/** What a backbone decides about the mission and who takes part; nothing for anybody else. */
export default function Steering({
  mission,
  members,
  removable,
  more,
  moreListed,
  onRecorded,
}: {
  readonly mission: MissionData;
  /** Those that may be suspended. */
  readonly members: readonly Named[];
  readonly removable: readonly Named[];
  /** The members, which may go on. */
  readonly more: MoreOf;
  /** Those listed, who may be removed as well. */
  readonly moreListed: MoreOf;
  readonly onRecorded: Recorded;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [times, setTimes] = useState(0);
  const { may } = mission;
  const recorded = (position: string | null) => {
    setTimes(times + 1);
    // The form goes, and with it what had the focus.
    place.current?.focus({ preventScroll: true });
    onRecorded(position);
  };
  const form = { mission, recorded };
  return (
    <div ref={place} tabIndex={-1}>
      <div key={times}>
        {isAllowed(may, 'InviteOrganisation') && (
          <LinkButton href={`/missions/${mission.id}/partners`}>
            <FormattedMessage id="mission.invitePartners" />
          </LinkButton>
        )}
        {isAllowed(may, 'InviteOrganisation') && <Invite {...form} />}
        {isAllowed(may, 'ListMember') && <List {...form} />}
        {isAllowed(may, 'SuspendMember') && members.length > 0 && <Suspend {...form} members={members} more={more} />}
        {isAllowed(may, 'RemoveMember') && removable.length > 0 && (
          <Remove {...form} members={removable} more={more} moreListed={moreListed} />
        )}
        {isAllowed(may, 'ProposeBackboneHandover') && <HandOver {...form} />}
        {([PauseMission, ResumeMission, CloseMission] as const).map(
          (act) =>
            isAllowed(may, act.name) && (
              <ActForms
                key={act.name}
                acts={[act]}
                on={{ missionId: mission.id }}
                about={mission.title}
                recorded={recorded}
              />
            ),
        )}
        {isAllowed(may, 'ReviseMission') && (
          <Act command={ReviseMission} text="members.act.revise.text">
            <Revision {...form} />
          </Act>
        )}
      </div>
      <div role="status">{times > 0 && <FormattedMessage id="act.done" />}</div>
    </div>
  );
}

function Act({
  command,
  text,
  values = {},
  children,
}: {
  readonly command: Command;
  readonly text: keyof Messages;
  readonly values?: Readonly<Record<string, ReactNode>>;
  readonly children: ReactNode;
}) {
  const { title } = useFormWords(command);
  return (
    <Reveal label={title}>
      <p className="quiet">
        <FormattedMessage id={text} values={values} />
      </p>
      {children}
    </Reveal>
  );
}

function useActForm<Of extends Command>(command: Of, { mission, recorded }: FormProps) {
  return useCommandForm<Of>(command, {
    subject: mission.id,
    given: { missionId: mission.id } as never,
    onRecorded: ({ receipt }) => {
      recorded(receipt.position);
    },
  });
}

function Invite(props: FormProps) {
  return (
    <Act command={InviteOrganisation} text="members.act.invite.text">
      <InviteForm {...props} />
    </Act>
  );
}

function InviteForm(props: FormProps) {
  const form = useActForm(InviteOrganisation, props);
  return (
    <CommandForm form={form}>
      <OrganisationField form={form} name="organisationId" />
      <CommandField form={form} name="role" />
    </CommandForm>
  );
}

function List(props: FormProps) {
  return (
    <Act command={ListMember} text="members.act.list.text">
      <ListForm {...props} />
    </Act>
  );
}

function ListForm(props: FormProps) {
  const form = useActForm(ListMember, props);
  return (
    <CommandForm form={form}>
      <OrganisationField form={form} name="organisationId" />
      <CommandField form={form} name="role" />
      <CommandField form={form} name="source.dataset" />
      <CommandField form={form} name="source.record" />
    </CommandForm>
  );
}

type OfMembers = FormProps & { readonly members: readonly Named[]; readonly more: MoreOf };
type Removable = OfMembers & { readonly moreListed: MoreOf };

/** In days: until a suspension has effect, and at most until it ends. */
const NOTICE_DAYS = 7;
const MOST_DAYS = 90;

function Suspend(props: OfMembers) {
  const values = {
    from: <Day date={daysAfter(today(), NOTICE_DAYS)} />,
    until: <Day date={daysAfter(today(), MOST_DAYS)} />,
  };
  return (
    <Act command={SuspendMember} text="members.act.suspend.text" values={values}>
      <SuspendForm {...props} />
    </Act>
  );
}

function SuspendForm({ members, more, ...props }: OfMembers) {
  const intl = useIntl();
  const form = useActForm(SuspendMember, props);
  return (
    <CommandForm form={form}>
      <CommandField form={form} name="organisationId" choices={choicesOf(intl, members)} />
      <MoreButton more={more} />
      <CommandField form={form} name="until" />
      <CommandField form={form} name="reason" />
    </CommandForm>
  );
}

function Remove(props: Removable) {
  return (
    <Act command={RemoveMember} text="members.act.remove.text">
      <RemoveForm {...props} />
    </Act>
  );
}

function RemoveForm({ members, more, moreListed, ...props }: Removable) {
  const intl = useIntl();
  const form = useActForm(RemoveMember, props);
  return (
    <CommandForm form={form}>
      <CommandField form={form} name="organisationId" choices={choicesOf(intl, members)} />
      <MoreButton more={more} />
      <MoreButton more={moreListed} />
      <CommandField form={form} name="reason" />
    </CommandForm>
  );
}

function HandOver(props: FormProps) {
  return (
    <Act command={ProposeBackboneHandover} text="members.act.handover.text">
      <HandOverForm {...props} />
    </Act>
  );
}

function HandOverForm(props: FormProps) {
  const form = useActForm(ProposeBackboneHandover, props);
  return (
    <CommandForm form={form}>
      <OrganisationField form={form} name="successorId" />
    </CommandForm>
  );
}

/** With none chosen first: nobody is suspended or removed for standing at the top of a list. */
function choicesOf(intl: IntlShape, members: readonly Named[]) {
  return [{ value: '', label: '' }, ...choicesIn(intl, members)];
}
