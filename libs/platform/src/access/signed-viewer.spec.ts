import { signViewer, SignedViewerVerifier } from './signed-viewer.js';
import { anonymous } from './viewer.js';

const SECRET = 'a-secret-of-this-spec-only-0123456789';
const viewer = { ...anonymous('en'), personId: 'p', organizationId: 'o', roles: ['BUYER'] };
const verifier = () => new SignedViewerVerifier('bidding', SECRET);

describe('the gateway\u2019s word about the viewer', () => {
  it('is believed once, for its service and its body', () => {
    const header = signViewer(viewer, 'bidding', '{"query":"{a}"}', SECRET);
    const one = verifier();
    expect(one.verify(header, '{"query":"{a}"}')).toEqual(viewer);
    expect(one.verify(header, '{"query":"{a}"}')).toBeNull();
  });

  it.each([
    ['another body', () => [signViewer(viewer, 'bidding', 'a', SECRET), 'b']],
    ['another service', () => [signViewer(viewer, 'settlement', 'a', SECRET), 'a']],
    ['another secret', () => [signViewer(viewer, 'bidding', 'a', `${SECRET}x`), 'a']],
    ['an old one', () => [signViewer(viewer, 'bidding', 'a', SECRET, Date.now() - 60_000), 'a']],
    ['one from the future', () => [signViewer(viewer, 'bidding', 'a', SECRET, Date.now() + 120_000), 'a']],
    ['a changed viewer', () => [signViewer(viewer, 'bidding', 'a', SECRET).replace(/^..../, 'AAAA'), 'a']],
    ['nothing', () => ['', 'a']],
  ])('refuses %s', (_, make) => {
    const [header, body] = make();
    expect(verifier().verify(header, body!)).toBeNull();
  });
});
