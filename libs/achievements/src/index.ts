export { AchievementsModule } from './achievements.module.js';
export { achievementsSchema } from './migrations/index.js';
export { SeedAchievements, type SeedAchievement } from './achievement/seed-achievements.js';
export { ImportAchievements, type ImportRequest, type ImportResult } from './import/import-achievements.js';
export type { ImportProgress } from './import/import-progress.js';
export { UPLOAD_STORE, type UploadStore } from './import/upload-store.js';
export { RebuildAchievementIndex } from './search/rebuild-achievement-index.js';
