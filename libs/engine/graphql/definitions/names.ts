import type { Type } from '@nestjs/common';

/** `missionId` gives `mission_id`: how a column is called that a field shows. */
export function snake(camelCase: string): string {
  return camelCase.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** `Commitment` gives `commitment`, `ReviewDeclined` gives `reviewDeclined`. */
export function camel(typeName: string): string {
  return `${typeName[0]?.toLowerCase() ?? ''}${typeName.slice(1)}`;
}

/** `reviewsGiven` gives `ReviewsGiven`. */
export function pascal(fieldName: string): string {
  return `${fieldName[0]?.toUpperCase() ?? ''}${fieldName.slice(1)}`;
}

/** `RegisterOrganisation` gives `register organisation`. */
export function words(typeName: string): string {
  return snake(camel(typeName)).replaceAll('_', ' ');
}

/** `counterparties` gives `counterparty`, `promisors` gives `promisor`. */
export function singular(plural: string): string {
  return plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/s$/, '');
}

/** A class of its own under a name: @nestjs/graphql knows types and resolvers by their classes. */
export function newType<Made extends object>(name: string, Base: Type<object> = Object): Type<Made> {
  const type = class extends Base {};
  Object.defineProperty(type, 'name', { value: name });
  return type as Type<Made>;
}
