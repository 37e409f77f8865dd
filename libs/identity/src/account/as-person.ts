import { anonymous, type Viewer } from '@stx/platform';

/** The actor of facts about somebody's own account. */
export const asPerson = (personId: string): Viewer => ({ ...anonymous(), personId });
