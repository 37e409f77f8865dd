import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { executeOnSubgraph, newContext, SubgraphRegistry, type Viewer } from '@stx/platform';
import { isCompositeType, getNamedType, isNonNullType, isUnionType, parse, type GraphQLField } from 'graphql';
import { startSpecExchange } from './spec-exchange.js';
import { sampleOf } from './spec-sample.js';

const FILE = join(import.meta.dirname, '../permissions.csv');
const ROLES = 'OPERATOR OFFICER INVENTOR BUYER BROKER REGISTRAR STATISTICIAN SUPERVISOR'.split(' ');
const NO = new Set(['SIGN_IN_REQUIRED', 'NOT_ALLOWED']);

const base = { organizationId: null, roles: [], language: 'en', isSystem: false } as const;
const member = { ...base, personId: crypto.randomUUID(), organizationId: crypto.randomUUID() };
const actors: [string, Viewer][] = [
  ['visitor', { ...base, roles: [], personId: null }],
  ['person', { ...base, roles: [], personId: crypto.randomUUID() }],
  ...ROLES.map((role): [string, Viewer] => [role, { ...member, roles: [role] }]),
];

function documentOf(kind: string, field: GraphQLField<unknown, unknown>) {
  const needed = field.args.filter((arg) => isNonNullType(arg.type));
  const declared = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const result = getNamedType(field.type);
  const isResult = isUnionType(result) && result.getTypes().some(({ name }) => name === 'Refusal');
  const inner = isResult ? '{ ... on Refusal { code } }' : isCompositeType(result) ? '{ __typename }' : '';
  return {
    document: parse(
      `${kind} ${declared && `(${declared})`} { ${field.name} ${passed && `(${passed})`} ${inner} }`,
    ),
    variables: () => Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(arg.type)])),
  };
}

describe('permissions.csv', () => {
  let exchange: Awaited<ReturnType<typeof startSpecExchange>>;
  beforeAll(async () => {
    exchange = await startSpecExchange();
  }, 60_000);
  afterAll(() => exchange?.stop());

  it('says of every actor and operation whether the service lets it in, and the service does as it says', async () => {
    const lines = [['operation', ...actors.map(([name]) => name)].join(',')];
    for (const subgraph of exchange.app.get(SubgraphRegistry).all()) {
      const types = { query: subgraph.schema.getQueryType(), mutation: subgraph.schema.getMutationType() };
      for (const [kind, type] of Object.entries(types)) {
        for (const field of Object.values(type?.getFields() ?? {})) {
          if (field.name.startsWith('_')) continue;
          const { document, variables } = documentOf(kind, field);
          const cells: string[] = [];
          for (const [, viewer] of actors) {
            const result = await executeOnSubgraph(subgraph, document, variables(), newContext(viewer));
            const answer = result.data?.[field.name] as { code?: string } | null | undefined;
            const code = result.errors?.[0]?.extensions['code'] ?? answer?.code;
            cells.push(NO.has(String(code)) ? 'refused' : 'allowed');
          }
          lines.push([`${subgraph.name}.${kind}.${field.name}`, ...cells].join(','));
        }
      }
    }
    const walked = [lines[0], ...lines.slice(1).sort()].join('\n') + '\n';
    // a change of the table is a change of who may do what: written on purpose only, and read by the reviewer
    if (process.env['STX_WRITE_PERMISSIONS']) writeFileSync(FILE, walked);
    expect(lines.length).toBeGreaterThan(40);
    expect(walked.split('\n')).toEqual(existsSync(FILE) ? readFileSync(FILE, 'utf8').split('\n') : []);
  }, 60_000);
});
