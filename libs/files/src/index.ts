export { filesSchema } from './001-uploads.js';
export { FilesModule } from './files.module.js';
export { MAX_UPLOAD, Uploads, type StoredUpload } from './uploads.js';
