import { registerEnumType } from '@nestjs/graphql';

/** What is written for people here is written in these, both kept by hand. */
export const LanguageEnum = { EN: 'EN', FR: 'FR' } as const;
export type Language = keyof typeof LanguageEnum;

registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'What is written for people here is written in these.',
  valuesMap: { EN: { description: 'English.' }, FR: { description: 'French.' } },
});
