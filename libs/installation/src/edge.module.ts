import { Global, Module } from '@nestjs/common';
import { UPLOAD_STORE } from '@stx/achievements';
import { FilesModule, Uploads } from '@stx/files';
import { SearchEngineModule } from './search-engine.module.js';

/** What domains reach through ports: uploaded files and the search engine. */
@Global()
@Module({
  imports: [FilesModule, SearchEngineModule],
  providers: [{ provide: UPLOAD_STORE, useExisting: Uploads }],
  exports: [FilesModule, SearchEngineModule, UPLOAD_STORE],
})
export class EdgeModule {}
