import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Query, ResolveReference, Resolver } from '@nestjs/graphql';
import {
  Access,
  isRefusal,
  loaderFor,
  toRefusal,
  type Reply,
  type RequestContext,
  type StoredRefusal,
} from '@stx/platform';
import { ApplyForAdmission, type ApplyForAdmissionInput } from './apply-for-admission.js';
import { DecideAdmission, type DecideAdmissionInput } from './decide-admission.js';
import { Organizations, type OrganizationsQuery } from './organizations.service.js';
import { toOrganization } from './organization.view.js';

@Resolver('Organization')
export class OrganizationsResolver {
  constructor(
    @Inject(Organizations) private readonly organizations: Organizations,
    @Inject(ApplyForAdmission) private readonly applyUseCase: ApplyForAdmission,
    @Inject(DecideAdmission) private readonly decideUseCase: DecideAdmission,
  ) {}

  @Query('organization')
  @Access('public')
  async organization(@Args('ref') ref: string, @Context() { viewer }: RequestContext) {
    const organization = await this.organizations.byRef(viewer, ref);
    return organization && toOrganization(organization);
  }

  @Query('organizations')
  @Access('public')
  async admitted(@Args() query: OrganizationsQuery) {
    const page = await this.organizations.admitted(query);
    return { ...page, nodes: page.nodes.map(toOrganization) };
  }

  @Query('admissionQueue')
  @Access({ roles: ['OPERATOR'] })
  async admissionQueue(@Args() query: OrganizationsQuery, @Context() { viewer }: RequestContext) {
    const page = await this.organizations.waiting(viewer, query);
    return { ...page, nodes: page.nodes.map(toOrganization) };
  }

  @Mutation('applyForAdmission')
  @Access('signed-in')
  async applyForAdmission(@Args('input') input: ApplyForAdmissionInput, @Context() context: RequestContext) {
    return this.answer(await this.applyUseCase.run(context.viewer, input), context);
  }

  @Mutation('decideAdmission')
  @Access({ roles: ['OPERATOR'] })
  async decideAdmission(@Args('input') input: DecideAdmissionInput, @Context() context: RequestContext) {
    return this.answer(await this.decideUseCase.run(context.viewer, input), context);
  }

  @ResolveReference()
  @Access('public')
  async resolveReference({ id }: { id: string }, context: RequestContext) {
    const load = (ids: readonly string[]) => this.organizations.byIds(context.viewer, ids);
    const organization = await loaderFor(context, 'organization', load).load(id);
    return organization && toOrganization(organization);
  }

  private async answer(reply: Reply | StoredRefusal, { viewer }: RequestContext) {
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    const [organization] = await this.organizations.byIds(viewer, [reply['id'] as string]);
    return toOrganization(organization!);
  }
}
