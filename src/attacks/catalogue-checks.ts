import { type Problem, shown } from '../model/problem.ts';
import type { Proof, ProofServer } from '../model/proof.ts';
import type { Tool } from '../model/tool.ts';
import { nearest } from '../policy/index.ts';
import type { Check } from './checks.ts';

type Tools = ReadonlyMap<string, Tool>;

const fileOf = (id: string) => `proofs/${id}.json`;

function toolProblems(file: string, at: number, server: ProofServer, tools: Tools | undefined): Problem[] {
  if (!tools) {
    const pointer = `/servers/${at}/catalogue`;
    const remedy = 'Correct the id, or leave it out.';
    return [{ file, pointer, found: shown(server.catalogue), expected: 'a server of the catalogue', remedy }];
  }
  if (server.origin !== 'catalogue') return [];
  return server.tools.flatMap((tool, index) => {
    if (tools.has(tool)) return [];
    const near = nearest(tool, [...tools.keys()]);
    return [
      {
        file,
        pointer: `/servers/${at}/tools/${index}`,
        found: shown(tool),
        expected: `a tool of ${shown(server.catalogue)} in the catalogue`,
        remedy: near
          ? `Did you mean ${shown(near)}?`
          : 'Correct the name, or say where it is from in origin.',
      },
    ];
  });
}

const serversExist: Check = {
  name: 'catalogue-tools',
  description: 'Tools that a proof takes from the catalogue are there.',
  check: ({ proofs, servers }) =>
    servers === undefined
      ? []
      : [...proofs].flatMap(([id, proof]) =>
          proof.servers.flatMap((server, at) =>
            server.catalogue === undefined
              ? []
              : toolProblems(fileOf(id), at, server, servers.get(server.catalogue)),
          ),
        ),
};

/** What the schema of a tool says of its arguments; nothing where it has none. */
function argumentsOf(tool: Tool | undefined): { known: Set<string>; required: string[] } | undefined {
  const { properties, required } = tool?.inputSchema ?? {};
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined;
  return {
    known: new Set(Object.keys(properties)),
    required: Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
  };
}

const schemaOf = (proof: Proof, name: string, servers: ReadonlyMap<string, Tools>) => {
  const server = proof.servers.find(({ tools, catalogue }) => catalogue && tools.includes(name));
  return argumentsOf(servers.get(server?.catalogue ?? '')?.get(name));
};

/** The arguments of a call that the tool does not have, and those it needs and did not get. */
function argumentFaults(args: object, schema: ReturnType<typeof argumentsOf>): string[] {
  if (!schema) return [];
  return [
    ...Object.keys(args).flatMap((name) =>
      schema.known.has(name) ? [] : `the unknown argument ${shown(name)}`,
    ),
    ...schema.required.flatMap((name) => (Object.hasOwn(args, name) ? [] : `no ${shown(name)}`)),
  ];
}

const benignArguments: Check = {
  name: 'benign-arguments',
  description: 'A benign call gives a tool of the catalogue the arguments it takes.',
  check: ({ proofs, servers }) =>
    servers === undefined
      ? []
      : [...proofs].flatMap(([id, proof]) =>
          proof.sequences.flatMap(({ kind, calls }, sequence) =>
            kind !== 'benign'
              ? []
              : calls.flatMap(({ tool, args }, index) =>
                  argumentFaults(args, schemaOf(proof, tool, servers)).map((found) => ({
                    file: fileOf(id),
                    pointer: `/sequences/${sequence}/calls/${index}/args`,
                    found: `${found} for ${shown(tool)}`,
                    expected: 'the arguments of its input schema in the catalogue',
                    remedy: 'Correct the call: a working user could not make it.',
                  })),
                ),
          ),
        ),
};

/** The rules that compare proofs with the catalogue; they say nothing where the folder has none. */
export const CATALOGUE_CHECKS: readonly Check[] = [serversExist, benignArguments];
