import { ModulesContainer, NestFactory } from '@nestjs/core';
import {
  ACCESS_KEY,
  anonymous,
  executeOnSubgraph,
  loadConfig,
  newContext,
  PlatformModule,
  SubgraphRegistry,
  type AccessRule,
} from '@stx/platform';
import { testDatabase, type TestDatabase } from '@stx/testing';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { INestApplicationContext } from '@nestjs/common';
import { domains } from './domains.js';
import { EdgeModule } from '@stx/installation';
import { allSchemas } from './start/schemas.js';

/** A value that passes the schema, so that the refusal comes from the service and not from validation. */
function sample(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sample(type.ofType);
  if (isListType(type)) return [sample(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.value;
  if (isInputObjectType(type)) {
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, sample(field.type)]),
    );
  }
  const scalars: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    ID: crypto.randomUUID(),
    Date: '2030-01-01',
    DateTime: '2030-01-01T00:00:00.000Z',
  };
  return scalars[getNamedType(type).name] ?? 'text';
}

const fieldsOf = (schema: GraphQLSchema, kind: 'query' | 'mutation') => {
  const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  return Object.values(type?.getFields() ?? {}).filter(({ name }) => !name.startsWith('_'));
};

describe('permissions', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  const rules = new Map<string, AccessRule>();
  const unstated: string[] = [];

  beforeAll(async () => {
    database = await testDatabase(allSchemas);
    const options = {
      config: loadConfig({}),
      databaseUrl: database.url,
      secret: 'x'.repeat(32),
      isDemo: false,
      runsJobs: false,
    };
    class WalkModule {}
    app = await NestFactory.createApplicationContext(
      {
        module: WalkModule,
        imports: [PlatformModule.with(options), EdgeModule, ...domains.map(({ module }) => module)],
      },
      { logger: false },
    );
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
  afterAll(async () => {
    await app?.close();
    await database?.drop();
  });

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
          const variables = Object.fromEntries(needed.map((arg) => [arg.name, sample(arg.type)]));
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
