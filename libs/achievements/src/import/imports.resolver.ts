import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Access, isRefusal, loaderFor, toRefusal, type Language, type RequestContext } from '@stx/platform';
import { failureMessage, rowMessage } from '@stx/row-files';
import { LIBRARY_ROLES } from '../achievement/achievements.service.js';
import { ImportColumns } from './import-columns.js';
import type { ImportJobEntity } from './import-job.entity.js';
import { ImportJobs, type StoredRowError } from './import-jobs.service.js';
import { StartImport, type ImportAchievementsInput } from './start-import.js';

@Resolver('ImportJob')
export class ImportsResolver {
  constructor(
    @Inject(ImportJobs) private readonly imports: ImportJobs,
    @Inject(ImportColumns) private readonly columns: ImportColumns,
    @Inject(StartImport) private readonly startImport: StartImport,
  ) {}

  @Query('importJob')
  @Access({ roles: LIBRARY_ROLES })
  async importJob(@Args('id') id: string, @Context() { viewer }: RequestContext) {
    const job = await this.imports.byId(viewer, id);
    return job && toImportJob(job, viewer.language);
  }

  @Query('importJobs')
  @Access({ roles: LIBRARY_ROLES })
  async importJobs(
    @Args('first') first: number,
    @Args('after') after: string | null,
    @Context() { viewer }: RequestContext,
  ) {
    const page = await this.imports.mine(viewer, first, after);
    return { ...page, nodes: page.nodes.map((job) => toImportJob(job, viewer.language)) };
  }

  @Query('importColumns')
  @Access({ roles: LIBRARY_ROLES })
  importColumns(@Args('uploadId') uploadId: string, @Context() { viewer }: RequestContext) {
    return this.columns.of(viewer, uploadId);
  }

  @Query('importErrors')
  @Access({ roles: LIBRARY_ROLES })
  async importErrors(
    @Args() { id, after }: { id: string; after: number },
    @Context() { viewer }: RequestContext,
  ) {
    const errors = await this.imports.errorsAfter(viewer, id, after);
    return errors.map((error) => toRowError(error, viewer.language));
  }

  @Mutation('importAchievements')
  @Access({ roles: LIBRARY_ROLES })
  async importAchievements(
    @Args('input') input: ImportAchievementsInput,
    @Context() { viewer }: RequestContext,
  ) {
    const reply = await this.startImport.run(viewer, input);
    if (isRefusal(reply)) return toRefusal(reply, viewer.language);
    return toImportJob((await this.imports.byId(viewer, reply['id'] as string))!, viewer.language);
  }

  @ResolveField('errors')
  async errors(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    const load = (ids: readonly string[]) => this.imports.errors(ids);
    const found = await loaderFor(context, 'importErrors', load).load(id);
    return (found?.errors ?? []).map((error) => toRowError(error, context.viewer.language));
  }

  @ResolveField('unpublished')
  async unpublished(@Parent() { id }: { id: string }, @Context() context: RequestContext) {
    const load = (ids: readonly string[]) => this.imports.unpublished(ids);
    return (await loaderFor(context, 'importUnpublished', load).load(id))?.count ?? 0;
  }
}

const toRowError = ({ row, column, rule, params }: StoredRowError, language: Language) => ({
  row,
  column,
  rule,
  message: rowMessage(rule, language, params),
});

function toImportJob(job: ImportJobEntity, language: Language) {
  const { id, fileName, state, read, created, updated, unchanged, refused, failure, failureParams } = job;
  return {
    __typename: 'ImportJob' as const,
    id,
    fileName,
    state,
    read,
    created,
    updated,
    unchanged,
    refused,
    failure: failure && failureMessage(failure, language, failureParams ?? {}),
    startedAt: job.startedAt.toISOString(),
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}
