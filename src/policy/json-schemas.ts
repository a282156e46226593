import type * as z from 'zod/mini';
import { PolicyDocument } from './schema.ts';
import { PolicyRefusals, PolicyTestFile } from './test-file.ts';

/** The published JSON Schemas of the engine: `<name>.schema.json` under `public/schemas/`. */
export const schemas: Record<string, z.ZodMiniType> = {
  policy: PolicyDocument,
  'policy-test': PolicyTestFile,
  'policy-refusals': PolicyRefusals,
};
