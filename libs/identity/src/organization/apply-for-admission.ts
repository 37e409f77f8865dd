import { Inject, Injectable } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  nextRefs,
  once,
  optionalText,
  refuse as refusePlatform,
  requiredText,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { Clock } from '../clock.js';
import { refuse } from '../refusals.js';
import { isCreditCode } from './credit-code.js';
import {
  OrganizationEntity,
  ORGANIZATION_KINDS,
  type OrganizationKind,
  type Role,
} from './organization.entity.js';

export interface ApplyForAdmissionInput {
  requestId: string;
  kind: string;
  nameZh: string;
  nameEn?: string | null;
  creditCode: string;
  regionCode: string;
  role: string;
}

/** What an applicant may be for its own organization; offices of the exchange and the state are given, not asked for. */
const OPEN_ROLES: readonly string[] = ['OFFICER', 'INVENTOR', 'BUYER', 'BROKER'] satisfies Role[];
const MAX_WAITING = 5;

/** A person asks for admission of an organization; organization and membership wait for an operator. */
@Injectable()
export class ApplyForAdmission {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @returns `{ id }` of the organization, or the refusal */
  async run(viewer: Viewer, input: ApplyForAdmissionInput): Promise<Reply | StoredRefusal> {
    const { personId } = viewer;
    if (personId === null) refusePlatform('SIGN_IN_REQUIRED');
    return once(
      this.db,
      viewer,
      { operation: 'applyForAdmission', requestId: input.requestId, input },
      async () => {
        const organization = {
          ...checked(input),
          id: newId(),
          submittedAt: this.clock.now(),
        } as OrganizationEntity;
        await this.checkPerson(personId!, organization.creditCode);
        organization.ref = (await nextRefs(this.db, 'O'))[0]!;
        const { id, ref, kind, regionCode } = organization;
        await this.db.repository(OrganizationEntity).insert(organization);
        await this.db.query(
          'INSERT INTO membership (id, person_id, organization_id, role) VALUES ($1, $2, $3, $4)',
          [newId(), personId, id, input.role],
        );
        this.db.record({
          type: 'AdmissionApplied',
          subjectId: id,
          data: { ref, kind, regionCode, role: input.role },
          by: viewer,
        });
        return { id };
      },
    );
  }

  /** The address is confirmed, the code is nobody's yet, and the person does not flood the queue. */
  private async checkPerson(personId: string, creditCode: string): Promise<void> {
    // the lock makes parallel applications of one person wait for each other
    const [person] = await this.db.query<{ email_verified: boolean }>(
      'SELECT email_verified FROM person WHERE id = $1 FOR UPDATE',
      [personId],
    );
    if (!person) refusePlatform('SIGN_IN_REQUIRED');
    if (!person!.email_verified) refuse('EMAIL_NOT_CONFIRMED');
    const admitted = await this.db.query(
      `SELECT 1 FROM organization WHERE credit_code = $1 AND admission = 'ADMITTED'`,
      [creditCode],
    );
    if (admitted.length > 0) refuse('CREDIT_CODE_TAKEN', { field: 'creditCode' });
    const waiting = await this.db.query<{ credit_code: string }>(
      `SELECT o.credit_code FROM organization o JOIN membership m ON m.organization_id = o.id
        WHERE m.person_id = $1 AND o.admission = 'SUBMITTED'`,
      [personId],
    );
    if (waiting.some((other) => other.credit_code === creditCode))
      refuse('ALREADY_APPLIED', { field: 'creditCode' });
    if (waiting.length >= MAX_WAITING) refuse('TOO_MANY_APPLICATIONS', { params: { max: MAX_WAITING } });
  }
}

/** The application as it will be stored. @throws Refused naming the first field at fault */
function checked(input: ApplyForAdmissionInput): Partial<OrganizationEntity> {
  if (!(ORGANIZATION_KINDS as readonly string[]).includes(input.kind))
    refuse('ORGANIZATION_KIND', { field: 'kind' });
  const nameZh = requiredText(input.nameZh, 'nameZh', 120);
  const nameEn = optionalText(input.nameEn, 'nameEn', 200);
  const creditCode = requiredText(input.creditCode, 'creditCode', 40).toUpperCase();
  if (!isCreditCode(creditCode)) refuse('CREDIT_CODE_CHECK_DIGIT', { field: 'creditCode' });
  const regionCode = requiredText(input.regionCode, 'regionCode', 6);
  if (!/^\d{6}$/.test(regionCode)) refuse('REGION_CODE', { field: 'regionCode' });
  if (!OPEN_ROLES.includes(input.role)) refuse('ROLE_NOT_OPEN', { field: 'role' });
  const kind = input.kind as OrganizationKind;
  return { kind, nameZh, nameEn, creditCode, regionCode, admission: 'SUBMITTED', isDemonstration: false };
}
