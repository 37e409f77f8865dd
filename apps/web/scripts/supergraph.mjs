import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@theguild/federation-composition';
import { buildSchema, parse } from 'graphql';

const libs = join(import.meta.dirname, '../../../libs');

const graphqlFiles = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.graphql'))
        .sort()
    : [];

/** The public schema that the pages may ask, composed of the domains' SDL files. @throws when they do not compose */
export function publicSchema() {
  const services = readdirSync(libs)
    .sort()
    .flatMap((lib) => graphqlFiles(join(libs, lib, 'src')).map((file) => ({ lib, file })))
    .map(({ lib, file }) => ({
      name: lib,
      url: 'http://stub.invalid',
      typeDefs: parse(readFileSync(join(libs, lib, 'src', file), 'utf8')),
    }));
  if (services.length === 0) throw new Error('no SDL files found under libs/*/src');
  const composed = composeServices(services);
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return buildSchema(composed.publicSdl);
}

export const dataFolder = join(import.meta.dirname, '../app/data');

/** Every document the pages send, by file. */
export function pageDocuments() {
  return graphqlFiles(dataFolder).map((file) => ({
    file,
    document: parse(readFileSync(join(dataFolder, file), 'utf8')),
  }));
}
