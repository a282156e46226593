import { z } from 'zod';
import {
  approve,
  type Call,
  type CompiledPolicy,
  checkPolicy,
  type Decision,
  decide,
  explain,
  loadPolicy,
  memoryState,
  type PolicyError,
  policyError,
  readJson,
  settle,
  Time,
} from '../../src/policy/index.ts';

/** What a line of input is answered: an answer for standard output, or errors for standard error. */
export type Reply = { answer: object; errors?: undefined } | { answer?: undefined; errors: object[] };

/** A call, as a line of input. The arguments are for the engine to judge. */
const CallLine = z.strictObject({
  tool: z.string(),
  args: z.unknown().optional(),
  at: z.optional(Time),
  grant: z.string().optional(),
  /** When a person approves exactly this call, if it is held. */
  approved_at: z.optional(Time),
  /** When a person refuses it: it stays held. */
  refused_at: z.optional(Time),
  /** What becomes of it where it is allowed. */
  upstream: z.enum(['done', 'failed', 'pending']).default('done'),
});

const isPolicyLine = (value: unknown): value is { policy: unknown } =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, 'policy');

/** A policy, the state it has gathered, and the lines read so far. */
export class EvalSession {
  #policy: CompiledPolicy | undefined;
  #state = memoryState();
  #line = 0;
  readonly #decide: typeof decide;

  constructor(trace: boolean) {
    this.#decide = trace ? explain : decide;
  }

  /** Takes a document, as text or as a value. Gives the errors if it is refused. */
  async setPolicy(source: unknown): Promise<Reply | undefined> {
    const loaded = await loadPolicy(source);
    if (!loaded.ok) return refused(loaded.errors);
    this.#policy = loaded.policy;
    this.#state = memoryState();
    return undefined;
  }

  /** Takes one line of input; an empty one says nothing. */
  async answer(line: string): Promise<Reply | undefined> {
    this.#line++;
    if (line.trim() === '') return undefined;
    const { value, faults } = readJson(line);
    if (isPolicyLine(value)) {
      if (Object.keys(value).length > 1) return this.#bad('a line with "policy" holds nothing else');
      if (faults.length > 0)
        return refused(
          faults.map((fault) => policyError({ ...fault, pointer: fault.pointer.slice('/policy'.length) })),
        );
      if (typeof value.policy === 'string') return refused(notADocument(value.policy));
      return await this.setPolicy(value.policy);
    }
    const [fault] = faults.map(policyError);
    return fault === undefined ? this.#call(value) : this.#bad(fault.message);
  }

  #call(value: unknown): Reply {
    const parsed = CallLine.safeParse(value);
    if (!parsed.success) return this.#bad(parsed.error.issues.map(told).join('; '));
    const { approved_at: approvedAt, args, at, grant = 'default', tool, upstream } = parsed.data;
    const call = {
      tool,
      grant,
      at: at === undefined ? Date.now() : Date.parse(at),
      ...(args !== undefined && { args }),
    };
    const decision = this.#decideAsked(call as Call, approvedAt);
    if (upstream !== 'pending') settle(decision, upstream);
    const { reservation: _, ...answer } = decision;
    return { answer };
  }

  /** Decides a call; where it is held and a person approves it then, once more. */
  #decideAsked(call: Call, approvedAt: string | undefined): Decision {
    const first = this.#decide(this.#policy, call, this.#state);
    if (first.outcome !== 'ask' || approvedAt === undefined) return first;
    approve(this.#state.approvals, call, Date.parse(approvedAt));
    return this.#decide(this.#policy, call, this.#state);
  }

  #bad(why: string): Reply {
    return { errors: [{ line: this.#line, message: why }] };
  }
}

const refused = (errors: readonly PolicyError[]): Reply => ({
  errors: errors.map(({ pointer, message }) => ({ pointer, message })),
});

const told = ({ message, path }: z.core.$ZodIssue): string =>
  path.length === 0 ? message : `${path.join('.')}: ${message}`;

/** A text in place of a document: it must not be taken for the text of one. */
function notADocument(value: string): PolicyError[] {
  const checked = checkPolicy(value);
  return checked.ok ? [] : checked.errors;
}
