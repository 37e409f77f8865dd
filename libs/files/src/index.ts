export { filesSchema } from './001-uploads.js';
export { FilesModule } from './files.module.js';
export { openStorage } from './storage/open-storage.js';
export { STORAGE, StorageDown, type Storage } from './storage/storage.js';
export { MAX_UPLOAD, Uploads, type StoredUpload } from './uploads.js';
