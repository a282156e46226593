import type * as z from 'zod/mini';
import type * as schema from './schema.ts';

/** A value that JSON text can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A policy document that `parsePolicy` or `checkPolicy` accepted. */
export type PolicyDocument = z.output<typeof schema.PolicyDocument>;
/** The rules of one tool. */
export type ToolRule = z.output<typeof schema.ToolRule>;
/** The rules of `all_tools`: those of a tool, without approval. */
export type SharedRule = z.output<typeof schema.SharedRule>;
/** An entry of `require` or `deny_if`. */
export type Predicate = z.output<typeof schema.Predicate>;
/** One comparison of an argument with a value. */
export type Condition = z.output<typeof schema.Condition>;
/** One of the eleven operators. */
export type Operator = Condition['op'];
/** An entry of `limits`. */
export type Limit = z.output<typeof schema.Limit>;
/** A calendar window in UTC. */
export type WindowName = Limit['window'];
/** Who shares a counter: one caller, or all callers of the server. */
export type Scope = Limit['scope'];
/** The approval that a tool asks for. */
export type Approval = z.output<typeof schema.Approval>;
