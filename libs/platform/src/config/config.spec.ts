import { ConfigError, isDemo, loadConfig } from './config.js';

describe('configuration', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toMatchObject({ STX_PORT: 4200, STX_HOST: '127.0.0.1', STX_DATA_DIR: '.stx' });
  });

  it('names every unknown and every malformed variable at once', () => {
    const start = () =>
      loadConfig({ STX_PROT: '1', STX_PORT: 'many', STX_DATABASE_URL: 'mysql://x', HOME: '/root' });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(/STX_PROT: unknown[^]*STX_PORT[^]*STX_DATABASE_URL/);
  });

  it('shows the demonstration only with the embedded database, unless told otherwise', () => {
    expect(isDemo(loadConfig({}))).toBe(true);
    expect(isDemo(loadConfig({ STX_DATABASE_URL: 'postgres://h/db' }))).toBe(false);
    expect(isDemo(loadConfig({ STX_DATABASE_URL: 'postgres://h/db', STX_DEMO: 'on' }))).toBe(true);
  });
});
