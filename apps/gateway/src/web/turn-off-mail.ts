import { readUnsubscribeToken } from '@stx/identity';
import { anonymous, newContext, PLATFORM_OPTIONS, type Language, type PlatformOptions } from '@stx/platform';
import type { FrontDoorParts } from '../http/front-door-app.js';

const TURN_OFF = `mutation ($kind: String!) { turnOffMail(kind: $kind) { __typename } }`;

/**
 * A signed link stands for its person, without roles and for this one act: nobody has to sign in to be left alone.
 * @returns false for a link that is not ours, or that names a mail which is mandatory
 */
export async function turnOffMail(
  { app, apollo }: FrontDoorParts,
  token: string,
  language: Language,
): Promise<boolean> {
  const { secret } = app.get<PlatformOptions>(PLATFORM_OPTIONS);
  const named = readUnsubscribeToken(token, secret);
  if (!named) return false;
  const { body } = await apollo.executeOperation(
    { query: TURN_OFF, variables: { kind: named.kind } },
    { contextValue: newContext({ ...anonymous(language), personId: named.personId }) },
  );
  if (body.kind !== 'single' || body.singleResult.errors) throw new Error('mail was not turned off');
  const result = body.singleResult.data?.['turnOffMail'] as { __typename: string };
  return result.__typename === 'NotificationSettings';
}
