export { AchievementsModule } from './achievements.module.js';
export { achievementsSchema } from './migrations/index.js';
export { SeedAchievements, type SeedAchievement } from './achievement/seed-achievements.js';
export { REQUIRED_COLUMNS as ACHIEVEMENT_COLUMNS } from './import/check-row.js';
export { ImportAchievements, type ImportRequest } from './import/import-achievements.js';
export { UPLOAD_STORE, type UploadStore } from './import/upload-store.js';
export { RebuildAchievementIndex } from './search/rebuild-achievement-index.js';
