import { isObject, own, ownOf, type Plain } from './plain-json.ts';

/** A server of a client's configuration, with the names of tools that the configuration happens to list. */
export interface ConfiguredServer {
  name: string;
  /** The package that is started, or the address, if it says. */
  source: string | undefined;
  tools: string[];
}

/** Where clients keep their servers. */
const SERVERS = ['mcpServers', 'servers', 'context_servers', 'mcp_servers'];
/** Where clients list tools of a server, by name. */
const LISTS = [
  'alwaysAllow',
  'autoApprove',
  'allowedTools',
  'enabledTools',
  'enabled_tools',
  'disabledTools',
  'disabled_tools',
  'includeTools',
  'excludeTools',
  'tools',
];

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const namesIn = (value: unknown): string[] => (isObject(value) ? Object.keys(value) : strings(value));

/** The package in a command line such as `npx -y @scope/name@1.2 …`. */
function packageOf(server: Plain): string | undefined {
  const url = ownOf(server, 'url', 'serverUrl', 'httpUrl');
  if (typeof url === 'string') return url;
  const found = strings(own(server, 'args')).find(
    (word) =>
      /^@?[a-z0-9][\w.-]*(?:\/[\w.-]+)?(?:@[\w.-]+)?$/i.test(word) && !/^(?:run|exec|dlx|x|tool)$/.test(word),
  );
  return found?.replace(/(?<=.)@[\w.-]+$/, '');
}

/** The servers of a client's configuration; `undefined` where a value is none. */
export function configuredServers(value: unknown): ConfiguredServer[] | undefined {
  const nested = own(value, 'mcp');
  const servers = SERVERS.map((key) => own(value, key) ?? own(nested, key)).find(isObject);
  if (!servers) return undefined;
  return Object.entries(servers)
    .filter((pair): pair is [string, Plain] => isObject(pair[1]))
    .map(([name, server]) => ({
      name,
      source: packageOf(server),
      tools: [...new Set(LISTS.flatMap((key) => namesIn(own(server, key))))].filter((tool) => tool !== '*'),
    }));
}
