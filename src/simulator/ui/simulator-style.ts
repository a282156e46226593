import callList from './css/call-list.css?inline';
import chart from './css/chart.css?inline';
import page from './css/page.css?inline';
import panels from './css/panels.css?inline';
import policyEditor from './css/policy-editor.css?inline';
import session from './css/session.css?inline';
import { addStyles } from './style.ts';

/** Adds the styles of the whole simulator. */
export const addSimulatorStyles = (): void => addStyles(page, panels, policyEditor, session, chart, callList);
