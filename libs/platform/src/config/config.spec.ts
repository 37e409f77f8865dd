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

  it('takes a sign-in provider whole, and over plain http on this machine only', () => {
    const whole = { STX_OIDC_ISSUER: 'https://id.example', STX_OIDC_CLIENT_ID: 'stx' };
    expect(loadConfig(whole)).toMatchObject(whole);
    expect(loadConfig({ ...whole, STX_OIDC_ISSUER: 'http://127.0.0.1:1' })).toBeDefined();
    expect(() => loadConfig({ ...whole, STX_OIDC_ISSUER: 'http://id.example' })).toThrow(
      /STX_OIDC_ISSUER.*https/,
    );
    expect(() => loadConfig({ STX_OIDC_ISSUER: 'https://id.example' })).toThrow(/STX_OIDC_CLIENT_ID: needed/);
    expect(() => loadConfig({ STX_OIDC_CLIENT_ID: 'stx' })).toThrow(/STX_OIDC_ISSUER: needed/);
  });

  it('shows the demonstration only with the embedded database, unless told otherwise', () => {
    expect(isDemo(loadConfig({}))).toBe(true);
    expect(isDemo(loadConfig({ STX_DATABASE_URL: 'postgres://h/db' }))).toBe(false);
    expect(isDemo(loadConfig({ STX_DATABASE_URL: 'postgres://h/db', STX_DEMO: 'on' }))).toBe(true);
  });
});
