import { erasable, type DomainEvent } from '@maillage/kernel';
import { id } from '../../../test/harness/given.js';

export const CITY = id(1);
export const HOLDING = id(2);
export const STRANGER = id(3);
export const ULTIMATE = id(4);
export const OPERATOR = id(5);

export const terms = { name: 'Ville de Rennes', sector: 'PUBLIC', identifiers: [] };

export const registered = (of: string, name = 'Ville de Rennes'): DomainEvent => ({
  type: 'OrganisationRegistered',
  data: { ...terms, name, controlGroupId: of },
});

export const grouped = (parentId: string, on: string): DomainEvent => ({
  type: 'OrganisationGrouped',
  data: { controlGroupId: parentId, on },
});
export const ungrouped = (of: string, on: string, parentId = HOLDING): DomainEvent => ({
  type: 'OrganisationUngrouped',
  data: { controlGroupId: of, parentId, reason: erasable('Sold in March.'), on },
});
export const proposed = (parentId: string, by: string, on: string): DomainEvent => ({
  type: 'GroupingProposed',
  data: { parentId, by, on },
});
export const asserted = (parentId: string, on: string): DomainEvent => ({
  type: 'GroupingAsserted',
  data: { parentId, register: REGISTER, on },
});
export const contested = (parentId: string, on: string): DomainEvent => ({
  type: 'GroupingContested',
  data: { parentId, reason: erasable('They sold it.'), on },
});

export const REGISTER = 'https://register.example.org/2';
export const LINK = { url: 'https://register.example.org/1' };

/** The streams of everybody, each registered, with what else happened to some. */
export function directoryWith(more: Readonly<Record<string, readonly DomainEvent[]>> = {}) {
  const names = { [CITY]: 'Ville de Rennes', [HOLDING]: 'Holding', [STRANGER]: 'Stranger', [OPERATOR]: 'Operator' };
  return Object.fromEntries(
    Object.entries(names).map(([of, name]) => [`organisation/${of}`, [registered(of, name), ...(more[of] ?? [])]]),
  );
}

/** Noon of a day, for commands. */
export const noonOf = (day: string): string => `${day}T12:00:00.000Z`;
