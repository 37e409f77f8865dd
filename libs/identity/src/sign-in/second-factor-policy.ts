/** Roles whose acts bind others: they need a second factor (S32), except in a demonstration. */
const GUARDED = ['OPERATOR', 'OFFICER'];

/** A factor shown longer ago than this must be shown again. */
export const FACTOR_MS = 12 * 3600_000;

/** Whether a person with these roles must show a second factor before using all of them. */
export const needsSecondFactor = ({ roles }: { roles: readonly string[] }, isDemo: boolean): boolean =>
  !isDemo && roles.some((role) => GUARDED.includes(role));

/** The roles that need no second factor. */
export const withoutGuarded = (roles: readonly string[]): string[] =>
  roles.filter((role) => !GUARDED.includes(role));
