/** Data of an event as it comes over GraphQL: canonical JSON. */
export function parseEventData(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
