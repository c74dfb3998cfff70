import type { Plan } from './plan.js';

const CITY = [{ name: 'Rivemont', country: 'FR' }];

/** Who there is, what they share, and who takes part in which role. */
export function planNetwork(plan: Plan): void {
  const { organisations, missions, members, accreditations } = plan.tables;
  for (const { key, name, sector, jurisdiction, parent, registered } of organisations) {
    const deed = { kind: 'organisations', on: registered, by: key, id: plan.organisation(key), name: [key] } as const;
    plan.add({ ...deed, type: 'RegisterOrganisation', data: { name, sector, jurisdiction } });
    if (parent === undefined) continue;
    const data = { parentId: plan.organisation(parent) };
    plan.add({ ...deed, type: 'ProposeGrouping', data });
    plan.add({ ...deed, by: parent, type: 'AcceptGrouping', data });
  }

  for (const { key, declared_by, declared, hashtag, starts, ends, sdgs, open, title, challenge } of missions) {
    plan.add({
      kind: 'missions',
      on: declared,
      by: declared_by,
      type: 'DeclareMission',
      id: plan.mission(key),
      name: [key],
      data: {
        title: plan.say(title),
        challenge: plan.say(challenge),
        hashtag,
        sdgs,
        places: CITY,
        startsOn: starts,
        endsOn: ends,
        openInvitation: open === 'yes',
      },
    });
  }

  for (const { mission, organisation, role, invited, on, qualification } of members) {
    const id = plan.mission(mission);
    const deed = { kind: 'memberships', id, name: [mission, organisation, role] } as const;
    if (invited !== undefined) {
      const by = missions.find(({ key }) => key === mission)?.declared_by ?? mission;
      const data = { organisationId: plan.organisation(organisation), role };
      plan.add({ ...deed, on: invited, by, type: 'InviteOrganisation', data });
    }
    if (on === undefined) continue;
    const declaration =
      qualification === undefined
        ? {}
        : {
            noTies: true,
            qualification: plan.say(qualification),
            evidence: [{ url: `https://example.org/rivemont/${organisation}` }],
          };
    plan.add({ ...deed, on, by: organisation, type: 'JoinMission', data: { role, ...declaration } });
  }

  for (const { organisation, by, on, until, text } of accreditations) {
    plan.add({
      kind: 'accreditations',
      on,
      by,
      type: 'AccreditEvaluator',
      id: plan.organisation(organisation),
      data: {
        scope: plan.say(text),
        from: on,
        until,
        evidence: [{ url: `https://example.org/rivemont/evaluators/${organisation}` }],
      },
      operates: true,
      name: [organisation],
    });
  }
}
