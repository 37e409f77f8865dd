import { FieldReader, type Problem } from '../lot/read-fields.js';

export const ROLES = ['bidder', 'seller', 'broker', 'auctioneer', 'officer', 'jury', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** A participant as the outside writes it (R10); null counts as absent. */
export type ParticipantInput = {
  readonly id: string;
  readonly role: Role;
  readonly code?: string | null;
  readonly depositHeld?: string | null;
  readonly barred?: boolean | null;
  readonly related?: boolean | null;
  readonly priorityRank?: number | null;
};

/** A participant with its defaults (R10). `depositHeld` is what it brought; later amounts are in the state (R13). */
export type Participant = {
  readonly id: string;
  readonly role: Role;
  /** The only name the public sees; null for everybody but bidders. */
  readonly code: string | null;
  readonly depositHeld: bigint;
  readonly barred: boolean;
  readonly related: boolean;
  /** 1 is best; null is worse than every rank. */
  readonly priorityRank: number | null;
};

/** Reads the list of participants (R10). Who gives a list with double ids or codes has a defect: RangeError. */
export function readParticipants(inputs: Iterable<ParticipantInput>): ReadonlyMap<string, Participant> {
  const people = new Map<string, Participant>();
  const codes = new Set<string>();
  for (const input of inputs) addParticipant(people, codes, readParticipant(input));
  return people;
}

export function addParticipant(
  people: Map<string, Participant>,
  codes: Set<string>,
  participant: Participant,
): void {
  if (people.has(participant.id)) throw new RangeError(`R10: participant ${participant.id} is there twice`);
  if (participant.code !== null && codes.has(participant.code))
    throw new RangeError(`R10: code ${participant.code} is there twice`);
  people.set(participant.id, participant);
  if (participant.code !== null) codes.add(participant.code);
}

export function readParticipant(input: ParticipantInput): Participant {
  const problems: Problem[] = [];
  const reader = new FieldReader(input, problems);
  for (const field of input.role === 'bidder' ? ['id', 'role', 'code'] : ['id', 'role'])
    reader.required(field);
  const participant = {
    id: reader.text('id') ?? '',
    role: reader.oneOf('role', ROLES) ?? 'bidder',
    code: reader.text('code'),
    depositHeld: reader.moneyOrZero('depositHeld') ?? 0n,
    barred: reader.flag('barred') ?? false,
    related: reader.flag('related') ?? false,
    priorityRank: reader.integer('priorityRank', 1),
  };
  const [problem] = problems;
  if (problem !== undefined)
    throw new RangeError(`R10: participant field ${problem.field}: ${problem.message}`);
  return participant;
}
