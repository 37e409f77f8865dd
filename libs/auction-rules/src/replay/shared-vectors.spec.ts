import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { replayVector, type Replay } from '../index.js';

type Reply = { accepted: boolean };
type Command = { at: number; type?: unknown; from?: unknown; to?: unknown };
type Vector = {
  id: string;
  title: string;
  commands: Command[];
  expect: {
    invalidLot?: true;
    replies?: Reply[];
    states?: ({ afterCommand: number; note?: string } & Record<string, unknown>)[];
    outcome?: unknown;
    publicStream?: unknown[];
    chronicle?: unknown[];
  };
};
type Played = Exclude<Replay, { invalidLot: true }>;

const shared = process.env.STX_SHARED_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data');
const folder = join(shared, 'auction-vectors');
const vectors: Vector[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Vector)
  : [];

/** R57: all that is present is compared exactly; of a checkpoint only the fields that it names. */
function expectAgreement(
  played: Played,
  { expect: wanted }: Vector,
  indexOf = (command: number) => command,
): void {
  expect(played.outcome).toEqual(wanted.outcome);
  if (wanted.publicStream) expect(played.publicStream).toEqual(wanted.publicStream);
  if (wanted.chronicle) expect(played.chronicle).toEqual(wanted.chronicle);
  for (const { afterCommand, note: _note, ...fields } of wanted.states ?? [])
    expect(played.states[indexOf(afterCommand)]).toMatchObject(fields);
}

/** Ticks wherever time passes (R59), but none inside an outage. */
function withTicks(commands: readonly Command[]): { commands: Command[]; positions: number[] } {
  const ticked: Command[] = [];
  const positions: number[] = [];
  commands.forEach((command, index) => {
    const before = commands[index - 1]?.at ?? command.at - 5;
    const until = command.type === 'outage' ? before : command.at;
    for (const at of new Set([before, before + Math.floor((until - before) / 2), until]))
      if (at <= command.at && command.type !== 'outage') ticked.push({ at, type: 'tick' });
    positions.push(ticked.push(command) - 1);
  });
  return { commands: ticked, positions };
}

if (vectors.length === 0) console.warn(`skipped: no auction vectors in ${folder} (set STX_SHARED_DATA)`);

(vectors.length === 0 ? describe.skip : describe)('shared auction vectors', () => {
  it('are all there', () => expect(vectors.length).toBeGreaterThanOrEqual(261));

  for (const vector of vectors) {
    const title = `${vector.id}: ${vector.title}`;
    if (vector.expect.invalidLot) {
      it(title, () => expect(replayVector(vector)).toEqual({ invalidLot: true }));
      continue;
    }

    it(title, () => {
      const played = replayVector(vector) as Played;
      expect(played.replies).toEqual(vector.expect.replies);
      expectAgreement(played, vector);
    });

    it(`${vector.id} with every command sent twice (R16, R59)`, () => {
      const commands = vector.commands.flatMap((command) => [command, command]);
      const played = replayVector({ ...vector, commands }) as Played;
      expect(played.replies.filter((_reply, index) => index % 2 === 0)).toEqual(vector.expect.replies);
      expect(played.replies.filter((_reply, index) => index % 2 === 1)).toEqual(vector.expect.replies);
      expectAgreement(played, vector, (command) => 2 * command + 1);
    });

    it(`${vector.id} with ticks added (R5, R59)`, () => {
      const { commands, positions } = withTicks(vector.commands);
      const played = replayVector({ ...vector, commands }) as Played;
      expect(positions.map((position) => played.replies[position])).toEqual(vector.expect.replies);
      expectAgreement(played, vector, (command) => positions[command] ?? -1);
    });
  }
});
