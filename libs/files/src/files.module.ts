import { Module } from '@nestjs/common';
import { DomainDatabaseModule, PLATFORM_OPTIONS, type PlatformOptions } from '@stx/platform';
import { openStorage } from './storage/open-storage.js';
import { STORAGE } from './storage/storage.js';
import { Uploads } from './uploads.js';

@Module({
  imports: [DomainDatabaseModule.for('files', [])],
  providers: [
    Uploads,
    {
      provide: STORAGE,
      inject: [PLATFORM_OPTIONS],
      useFactory: ({ config }: PlatformOptions) => openStorage(config),
    },
  ],
  exports: [Uploads, STORAGE],
})
export class FilesModule {}
