import { anonymous, newId, systemViewer, type Viewer } from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { startIdentity, type SpecIdentity } from '../spec-identity.js';
import { AppointOperator } from './appoint-operator.js';
import { checkDigitOf } from './credit-code.js';
import { Memberships } from './memberships.js';

const APPLY = `mutation ($input: ApplyForAdmissionInput!) { applyForAdmission(input: $input) {
  ... on Organization { id ref admission creditCode isDemonstration } ... on Refusal { code field message } } }`;
const DECIDE = `mutation ($input: DecideAdmissionInput!) { decideAdmission(input: $input) {
  ... on Organization { id ref admission } ... on Refusal { code field } } }`;
const VIEWER =
  '{ viewer { personId name email roles organization { ref } memberships { roles organization { ref admission } } } }';

let serial = 0;
const freshCode = () => {
  const body = `91440300${String(++serial).padStart(9, '0')}`;
  return body + checkDigitOf(body);
};
const application = (more: object = {}) => ({
  requestId: requestId(),
  kind: 'ENTERPRISE',
  nameZh: '深圳测试科技有限公司',
  nameEn: 'Shenzhen Test Technology',
  creditCode: freshCode(),
  regionCode: '440300',
  role: 'BUYER',
  ...more,
});

describe('admission', () => {
  let exchange: SpecIdentity;
  const operator = member('OPERATOR');
  beforeAll(async () => void (exchange = await startIdentity()), 60_000);
  afterAll(() => exchange.stop());

  const ask = (viewer: Viewer, document: string, variables?: Record<string, unknown>) =>
    exchange.query('identity', viewer, document, variables);
  const apply = async (viewer: Viewer, more: object = {}) =>
    (await ask(viewer, APPLY, { input: application(more) })).applyForAdmission;
  const decide = async (viewer: Viewer, organizationId: string, admit: boolean, reason = 'licence seen') =>
    (await ask(viewer, DECIDE, { input: { requestId: requestId(), organizationId, admit, reason } }))
      .decideAdmission;

  async function applicant() {
    const person = await exchange.person();
    const cookie = await exchange.cookieOf(person.email);
    return { ...person, cookie, viewer: await exchange.signIn.viewerOf({ cookie }, 'en') };
  }

  it('leads from signing up to a role', async () => {
    const { email, cookie, viewer } = await applicant();
    const applied = await apply(viewer);
    expect(applied).toMatchObject({
      ref: expect.stringMatching(/^O\d{4}-\d{6}$/),
      admission: 'SUBMITTED',
      isDemonstration: false,
    });
    expect((await ask(viewer, VIEWER)).viewer).toEqual({
      personId: viewer.personId,
      name: 'Test Person',
      email,
      roles: [],
      organization: null,
      memberships: [{ roles: ['BUYER'], organization: { ref: applied.ref, admission: 'SUBMITTED' } }],
    });
    expect((await exchange.signIn.viewerOf({ cookie }, 'en')).roles).toEqual([]);
    expect(await decide(operator, applied.id, true)).toEqual({
      id: applied.id,
      ref: applied.ref,
      admission: 'ADMITTED',
    });
    const admitted = await exchange.signIn.viewerOf({ cookie }, 'en');
    expect(admitted).toMatchObject({ organizationId: applied.id, roles: ['BUYER'] });
    expect((await ask(admitted, VIEWER)).viewer).toMatchObject({
      roles: ['BUYER'],
      organization: { ref: applied.ref },
    });
    expect((await ask(anonymous(), VIEWER)).viewer).toBeNull();
    const facts = await exchange.db.query(
      'SELECT type, data, reason FROM fact WHERE subject_id = $1 ORDER BY seq',
      [applied.id],
    );
    expect(facts).toMatchObject([
      { type: 'AdmissionApplied' },
      {
        type: 'OrganizationAdmitted',
        data: { ref: applied.ref, kind: 'ENTERPRISE', regionCode: '440300' },
        reason: 'licence seen',
      },
    ]);
  });

  it('is applied for once however often the request is repeated', async () => {
    const { viewer } = await applicant();
    const input = application();
    const first = await ask(viewer, APPLY, { input });
    expect(await ask(viewer, APPLY, { input })).toEqual(first);
  });

  it('names the field at fault', async () => {
    const { viewer } = await applicant();
    expect(await apply(viewer, { creditCode: '91350100M000100Y44' })).toMatchObject({
      code: 'CREDIT_CODE_CHECK_DIGIT',
      field: 'creditCode',
    });
    expect(await apply(viewer, { regionCode: '44' })).toMatchObject({
      code: 'REGION_CODE',
      field: 'regionCode',
    });
    expect(await apply(viewer, { nameZh: ' ' })).toMatchObject({ code: 'TEXT_REQUIRED', field: 'nameZh' });
    for (const role of ['OPERATOR', 'SUPERVISOR', 'REGISTRAR', 'STATISTICIAN']) {
      expect(await apply(viewer, { role })).toMatchObject({ code: 'ROLE_NOT_OPEN', field: 'role' });
    }
    await expect(apply(anonymous())).rejects.toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  });

  it('needs a confirmed address, and does not take a flood', async () => {
    const { viewer, id } = await applicant();
    await exchange.db.query('UPDATE person SET email_verified = false WHERE id = $1', [id]);
    expect(await apply(viewer)).toMatchObject({ code: 'EMAIL_NOT_CONFIRMED' });
    await exchange.db.query('UPDATE person SET email_verified = true WHERE id = $1', [id]);
    const creditCode = freshCode();
    expect(await apply(viewer, { creditCode })).toMatchObject({ admission: 'SUBMITTED' });
    expect(await apply(viewer, { creditCode })).toMatchObject({ code: 'ALREADY_APPLIED' });
    for (let i = 0; i < 4; i++) await apply(viewer);
    expect(await apply(viewer)).toMatchObject({ code: 'TOO_MANY_APPLICATIONS' });
  });

  it('is decided by an operator, once, with a reason, and not by the applicant', async () => {
    const { viewer } = await applicant();
    const { id } = await apply(viewer);
    await expect(decide(member('OFFICER'), id, true)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decide(operator, id, true, ' ')).toEqual({ code: 'TEXT_REQUIRED', field: 'reason' });
    expect(await decide(operator, newId(), true)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await decide(member('OPERATOR', { personId: viewer.personId! }), id, true)).toMatchObject({
      code: 'OWN_APPLICATION',
    });
    const both = await Promise.all([decide(operator, id, true), decide(member('OPERATOR'), id, false)]);
    expect(both.filter((reply) => reply.code === 'ADMISSION_DECIDED')).toHaveLength(1);
  });

  it('admits one organization a credit code; a refused applicant stays without a role', async () => {
    const [one, two] = [await applicant(), await applicant()];
    const creditCode = freshCode();
    const [first, second] = [
      await apply(one.viewer, { creditCode }),
      await apply(two.viewer, { creditCode }),
    ];
    await decide(operator, first.id, true);
    expect(await decide(operator, second.id, true)).toMatchObject({ code: 'CREDIT_CODE_TAKEN' });
    expect(await decide(operator, second.id, false, 'not the holder of the code')).toMatchObject({
      admission: 'REFUSED',
    });
    expect((await exchange.signIn.viewerOf({ cookie: two.cookie }, 'en')).roles).toEqual([]);
    expect(await apply(two.viewer, { creditCode })).toMatchObject({ code: 'CREDIT_CODE_TAKEN' });
  });

  it('shows an application to operators and to its own people only', async () => {
    const { viewer } = await applicant();
    const { id, ref } = await apply(viewer);
    const read = `{ organization(ref: "${ref}") { id } }`;
    const entity = `{ _entities(representations: [{ __typename: "Organization", id: "${id}" }]) { ... on Organization { id } } }`;
    for (const stranger of [anonymous(), member('OFFICER'), systemViewer]) {
      expect((await ask(stranger, read)).organization).toBeNull();
      expect((await ask(stranger, entity))._entities).toEqual([null]);
    }
    for (const insider of [viewer, operator]) {
      expect((await ask(insider, read)).organization).toEqual({ id });
      expect((await ask(insider, entity))._entities).toEqual([{ id }]);
    }
    const queue = '{ admissionQueue(first: 100) { totalCount nodes { id } } }';
    expect((await ask(operator, queue)).admissionQueue.nodes).toContainEqual({ id });
    await expect(ask(viewer, queue)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('lists admitted organizations by name, page by page', async () => {
    const { viewer } = await applicant();
    for (const nameZh of ['丙所', '甲所', '乙所']) {
      const { id } = await apply(viewer, { nameZh, kind: 'RESEARCH_INSTITUTE' });
      await decide(operator, id, true);
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { organizations }: any = await ask(
        anonymous(),
        `query ($after: String) { organizations(kind: RESEARCH_INSTITUTE, first: 2, after: $after) {
           nodes { name { zh } } totalCount pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      expect(organizations.totalCount).toBe(3);
      seen.push(...organizations.nodes.map((node: { name: { zh: string } }) => node.name.zh));
      after = organizations.pageInfo.hasNextPage ? organizations.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['丙所', '甲所', '乙所'].sort());
  });

  it('appoints the first operator on the machine, who gives and takes roles', async () => {
    const [first, colleague] = [await exchange.person(), await applicant()];
    await exchange.db.query('UPDATE person SET email_verified = false WHERE id = $1', [first.id]);
    const appoint = exchange.get(AppointOperator);
    const operating = {
      kind: 'SERVICE_INSTITUTION',
      nameZh: '交易所',
      nameEn: null,
      creditCode: freshCode(),
      regionCode: null,
    } as const;
    await expect(appoint.run(operator, first.email, operating, 'start')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await appoint.run(systemViewer, first.email, operating, 'start');
    await expect(appoint.run(systemViewer, first.email, operating, 'start')).rejects.toMatchObject({
      code: 'ALREADY_MEMBER',
    });
    const [row] = await exchange.db.query<{ id: string }>(
      'SELECT id FROM organization WHERE credit_code = $1',
      [operating.creditCode],
    );
    const memberships = exchange.get(Memberships);
    const given = {
      email: colleague.email,
      organizationId: row!.id,
      role: 'REGISTRAR',
      reason: 'hired',
    } as const;
    await expect(memberships.grant(member('OFFICER'), given)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const { personId } = await memberships.grant(operator, given);
    const now = () => exchange.signIn.viewerOf({ cookie: colleague.cookie }, 'en');
    expect((await now()).roles).toEqual(['REGISTRAR']);
    await memberships.end(operator, { personId, organizationId: row!.id, role: 'REGISTRAR', reason: 'left' });
    expect((await now()).roles).toEqual([]);
  });
});
