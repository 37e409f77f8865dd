import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { generatedFile, generateOperations } from './operations.mjs';

mkdirSync(dirname(generatedFile), { recursive: true });
writeFileSync(generatedFile, await generateOperations());
