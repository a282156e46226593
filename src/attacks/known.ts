import type { FrameworkId } from '../model/attack.ts';
import type { KnownIds } from './checks.ts';
import { ATTACK_CATEGORIES, CONTROLS, FRAMEWORKS } from './taxonomy.ts';

const SIGNALS =
  'reads_untrusted_content reads_private_data runs_shell third_party_tool_metadata takes_file_path handles_credentials makes_network_request launches_process free_text_argument writes_agent_config unauthenticated_endpoint takes_url deletes broad_token overwrites bulk_operation installs_package multi_tenant manages_infrastructure sends_message runs_sql renders_output pays mutable_definition publishes_content consumes_model_tokens changes_permissions runs_code server_initiated_request'.split(
    ' ',
  );

/** The ids of the taxonomy, as the checks take them. */
export const KNOWN_IDS: KnownIds = {
  categories: new Set(ATTACK_CATEGORIES.keys()),
  controls: new Set(CONTROLS.keys()),
  signals: new Set(SIGNALS),
  frameworks: new Map(
    Object.entries(FRAMEWORKS).map(([id, { ids }]) => [id as FrameworkId, new Set(Object.keys(ids))]),
  ),
};
