import type { z } from 'zod';
import { PolicyDocument } from './schema.ts';
import { PolicyRefusals, PolicyTestFile } from './test-file.ts';

/** The published JSON Schemas of the engine: `<name>.schema.json` under `public/schemas/`. */
export const schemas: Record<string, z.ZodType> = {
  policy: PolicyDocument,
  'policy-test': PolicyTestFile,
  'policy-refusals': PolicyRefusals,
};
