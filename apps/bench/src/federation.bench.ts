import { ApolloServer } from '@apollo/server';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createApollo, federatedGateway } from '@stx/gateway';
import { anonymous, loaderFor, newContext, SubgraphRegistry, type RequestContext } from '@stx/platform';
import { buildSchema, parse } from 'graphql';
import { actsPerSecond, inTurns, type BenchReport } from './rounds.js';

const ROWS = 24;
const CONNECTIONS = 16;
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`;
const LOT = 'id: ID! ref: String! state: String! price: String! bids: Int!';
const ACHIEVEMENT = 'id: ID! ref: String! title: String! summary: String! kind: String!';
const QUERY = '{ lots { id ref state price bids achievement { id ref title summary kind } } }';

const lots = Array.from({ length: ROWS }, (_, i) => ({
  id: `lot-${i}`,
  ref: `L2026-${i}`,
  state: 'LIVE',
  price: String(i * 1000),
  bids: i,
  achievement: { id: `achievement-${i}` },
}));
const achievements = new Map(
  lots.map(({ achievement: { id } }, i) => [
    id,
    { id, ref: `A2026-${i}`, title: `Title ${i}`, summary: `Summary ${i}`, kind: 'PATENT' },
  ]),
);
const load = async (ids: readonly string[]) => ids.map((id) => achievements.get(id)!);
const join = ({ id }: { id: string }, context: RequestContext) =>
  loaderFor(context, 'achievement', load).load(id);

function subgraphs(): SubgraphRegistry {
  const registry = new SubgraphRegistry();
  const add = (name: string, sdl: string, resolvers: object) =>
    registry.add({
      name,
      sdl,
      schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]),
    });
  add(
    'bidding',
    `${LINK} type Query { lots: [Lot!]! } type Lot @key(fields: "id") { ${LOT} achievement: Achievement! } type Achievement @key(fields: "id", resolvable: false) { id: ID! }`,
    { Query: { lots: () => lots } },
  );
  add(
    'achievements',
    `${LINK} type Query { achievement(id: ID!): Achievement } type Achievement @key(fields: "id") { ${ACHIEVEMENT} }`,
    {
      Achievement: { __resolveReference: join },
    },
  );
  return registry;
}

async function handMerged(): Promise<ApolloServer<RequestContext>> {
  const schema = buildSchema(
    `type Query { lots: [Lot!]! } type Lot { ${LOT} achievement: Achievement! } type Achievement { ${ACHIEVEMENT} }`,
  );
  schema.getQueryType()!.getFields()['lots']!.resolve = () => lots;
  const lot = schema.getType('Lot') as import('graphql').GraphQLObjectType;
  lot.getFields()['achievement']!.resolve = (source, _args, context) => join(source.achievement, context);
  const server = new ApolloServer<RequestContext>({ schema });
  await server.start();
  return server;
}

/** 24 lots each joined to its achievement in another subgraph, against one hand-merged schema with DataLoader. */
export async function federation(): Promise<BenchReport> {
  const product = createApollo(await federatedGateway(subgraphs(), []));
  await product.start();
  const baseline = await handMerged();
  const ask = (server: ApolloServer<RequestContext>) => async () => {
    const { body } = await server.executeOperation(
      { query: QUERY },
      { contextValue: newContext(anonymous()) },
    );
    if (body.kind !== 'single' || body.singleResult.errors) throw new Error('the benchmark query failed');
    return JSON.stringify(body.singleResult.data);
  };
  if ((await ask(product)()) !== (await ask(baseline)())) throw new Error('the two answers differ');
  return inTurns('federation', 'requests/s', {
    product: () => actsPerSecond(CONNECTIONS, ask(product)),
    baseline: () => actsPerSecond(CONNECTIONS, ask(baseline)),
  });
}
