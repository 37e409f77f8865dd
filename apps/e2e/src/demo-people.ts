import { demoPeople as people } from '@stx/demo';

const emailOf = (key: string) => people.find((person) => person.key === key)!.email;

const nth = (role: string, index = 0) => people.filter((person) => person.role === role)[index]!;

/** The demonstration accounts the walk uses, by what they do. */
export const cast = {
  officer: nth('OFFICER').email,
  broker: nth('BROKER').email,
  operator: nth('OPERATOR').email,
  buyers: [nth('BUYER', 0).email, nth('BUYER', 1).email, nth('BUYER', 2).email],
  emailOf,
};
