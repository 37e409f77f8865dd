import { ModulesContainer } from '@nestjs/core';
import {
  ACCESS_KEY,
  anonymous,
  executeOnSubgraph,
  newContext,
  SubgraphRegistry,
  type AccessRule,
} from '@stx/platform';
import { isNonNullType, parse, type GraphQLSchema } from 'graphql';
import type { INestApplicationContext } from '@nestjs/common';
import { startSpecExchange } from './spec-exchange.js';
import { sampleOf } from './spec-sample.js';

const fieldsOf = (schema: GraphQLSchema, kind: 'query' | 'mutation') => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
};

describe('permissions', () => {
  let exchange: Awaited<ReturnType<typeof startSpecExchange>>;
  let app: INestApplicationContext;
  const rules = new Map<string, AccessRule>();
  const unstated: string[] = [];

  beforeAll(async () => {
    exchange = await startSpecExchange();
    app = exchange.app;
    for (const module of app.get(ModulesContainer).values()) {
      for (const { metatype } of module.providers.values()) {
        if (typeof metatype !== 'function' || !metatype.prototype) continue;
        for (const name of Object.getOwnPropertyNames(metatype.prototype)) {
          const method = Object.getOwnPropertyDescriptor(metatype.prototype, name)?.value as unknown;
          if (typeof method !== 'function') continue;
          const kind = Reflect.getMetadata('graphql:resolver_type', method) as string | undefined;
          const isReference = Reflect.getMetadata('graphql:resolve_reference', method) === true;
          if (kind !== 'Query' && kind !== 'Mutation' && !isReference) continue;
          const rule = Reflect.getMetadata(ACCESS_KEY, method) as AccessRule | undefined;
          if (!rule) unstated.push(`${metatype.name}.${name}`);
          else rules.set(String(Reflect.getMetadata('graphql:resolver_name', method) ?? name), rule);
        }
      }
    }
  }, 60_000);
  afterAll(() => exchange?.stop());

  it('are stated on every query, mutation and entity look-up', () => {
    expect(unstated).toEqual([]);
    for (const { schema } of app.get(SubgraphRegistry).all())
      for (const kind of ['query', 'mutation'] as const)
        for (const { name } of fieldsOf(schema, kind)) expect([...rules.keys()]).toContain(name);
  });

  it('let a visitor do nothing that is not public, in the service itself', async () => {
    const allowed: string[] = [];
    for (const subgraph of app.get(SubgraphRegistry).all()) {
      for (const kind of ['query', 'mutation'] as const) {
        for (const field of fieldsOf(subgraph.schema, kind)) {
          if (rules.get(field.name) === 'public') continue;
          const needed = field.args.filter((arg) => isNonNullType(arg.type));
          const variables = Object.fromEntries(needed.map((arg) => [arg.name, sampleOf(arg.type)]));
          const declared = needed.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
          const passed = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
          const text = `${kind} ${declared && `(${declared})`} { ${field.name} ${passed && `(${passed})`} { __typename } }`;
          const result = await executeOnSubgraph(
            subgraph,
            parse(text),
            variables,
            newContext(anonymous('en')),
          );
          const code = result.errors?.[0]?.extensions['code'];
          if (!['SIGN_IN_REQUIRED', 'NOT_ALLOWED'].includes(String(code)))
            allowed.push(`${field.name}: ${String(code)} ${result.errors?.[0]?.message ?? ''}`);
        }
      }
    }
    expect(allowed).toEqual([]);
  });

  it('are public for no mutation', () => {
    for (const { schema } of app.get(SubgraphRegistry).all())
      for (const { name } of fieldsOf(schema, 'mutation')) expect(rules.get(name)).not.toBe('public');
  });
});
