import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '@stx/platform';
import { parse } from 'yaml';
import { domains } from './domains.js';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image: string;
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: string[] | Record<string, unknown>;
}

describe('the container files', () => {
  const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: object;
  };
  const ours = Object.entries(compose.services).filter(([, service]) => service.environment?.['STX_APP']);

  it('hosts the gateway and every domain, each with an app to run', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(
      ['gateway', ...domains.filter(({ urlVariable }) => urlVariable).map(({ name }) => name)].sort(),
    );
    for (const [name, { environment }] of ours) {
      expect(environment!['STX_APP']).toBe(name);
      expect(existsSync(join(root, 'apps', name, 'src/main.ts'))).toBe(true);
    }
  });

  it('sets only variables that the exchange accepts', () => {
    for (const [, { environment }] of ours) {
      const { STX_APP: _, ...variables } = environment!;
      const filled = Object.fromEntries(
        Object.entries(variables).map(([key, value]) => [
          key,
          value.replace(
            /\$\{(\w+):\?\}/g,
            (_all, name: string) => `${name.toLowerCase()}-of-at-least-thirty-two-chars`,
          ),
        ]),
      );
      expect(() => loadConfig(filled)).not.toThrow();
    }
  });

  it('refers only to services, volumes, ports and files that exist', () => {
    for (const [, service] of Object.entries(compose.services)) {
      const needs = Array.isArray(service.depends_on)
        ? service.depends_on
        : Object.keys(service.depends_on ?? {});
      for (const need of needs) expect(Object.keys(compose.services)).toContain(need);
      for (const volume of service.volumes ?? []) {
        const source = volume.split(':')[0]!;
        if (source.startsWith('.')) expect(existsSync(join(root, 'docker', source))).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
    }
    for (const { urlVariable, name } of domains) {
      if (!urlVariable) continue;
      expect(compose.services['gateway']!.environment![urlVariable]).toBe(`http://${name}:4200`);
    }
    expect(read('docker/Caddyfile')).toContain('gateway:4200');
    for (const [, file] of read('docker/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const path of file!.split(' ')) expect(existsSync(join(root, path))).toBe(true);
    }
    expect(existsSync(join(root, 'scripts/build.mjs'))).toBe(true);
  });
});
