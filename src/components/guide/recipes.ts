import { readFileSync } from 'node:fs';
import { Cookbook, type Recipe } from '../../model/cookbook.ts';
import { PolicyTestFile } from '../../policy/test-file.ts';
import { testPolicy } from '../../policy/test-report.ts';
import { jsonText } from '../../views/json-text.ts';
import { type CaseRows, caseRows } from './recipe-rows.ts';

/** A recipe with what the engine was seen to decide. */
export interface RecipeView extends Recipe {
  /** The problem, in one sentence. */
  problem: string;
  /** The policy, as text to copy. */
  json: string;
  cases: CaseRows[];
}

const textOf = (path: string): string => readFileSync(path, 'utf8');

/** The policy test file of a recipe, as text. */
export const recipeText = (id: string): string => textOf(`content/recipes/${id}.json`);

/** The recipes by chapters. */
export const cookbook = (): Cookbook => Cookbook.parse(JSON.parse(textOf('content/cookbook.json')));

/** A policy stands in the file of its recipe, never in one of its own. */
export const noPath = (path: string): never => {
  throw new Error(`A recipe holds its policy; it does not name ${path}.`);
};

/** Runs the cases of a recipe. Throws where one is answered otherwise than the page would say. */
export async function runRecipe(recipe: Recipe, text = recipeText(recipe.id)): Promise<RecipeView> {
  const report = await testPolicy(text, noPath);
  const faults = report.ok
    ? report.suites.flatMap(({ cases }) => cases.filter(({ failures }) => failures.length > 0))
    : report.errors;
  if (faults.length > 0) throw new Error(`The recipe ${recipe.id} fails: ${JSON.stringify(faults, null, 2)}`);
  const { cases, description = '', policy } = PolicyTestFile.parse(JSON.parse(text));
  return { ...recipe, problem: description, json: jsonText(policy), cases: cases.map(caseRows) };
}
