import {
  autocompletion,
  type CompletionResult,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  deleteLine,
  history,
  historyKeymap,
  moveLineDown,
  moveLineUp,
  standardKeymap,
} from '@codemirror/commands';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightSpecialChars,
  hoverTooltip,
  type KeyBinding,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { code, h } from '../../client/dom.ts';
import type { Mark } from '../check.ts';
import { loadSchema } from '../policy-schema.ts';
import { completions, documentation } from '../schema-help.ts';
import { linesOf, type Span, spanOfMark, spansOf } from '../spans.ts';
import type { KnownTool } from '../workspace.ts';
import { colours, theme } from './code-theme.ts';
import { jsonLanguage } from './json-language.ts';

/** An editor of a policy. */
export interface CodeEditor {
  text: string;
  tools: readonly KnownTool[];
  marks: readonly Mark[];
  select(from: number, to: number): void;
  light(span: Span | undefined): void;
  focus(from: number, to: number, scrollTop: number): void;
}

interface Options {
  text: string;
  label: string;
  changed(text: string): void;
}

const SEVERITY: Record<Mark['level'], Diagnostic['severity']> = {
  fault: 'error',
  error: 'error',
  warning: 'warning',
  note: 'info',
};

const setLight = StateEffect.define<Span | undefined>();
const lit = Decoration.mark({ class: 'cm-lit' });

/** The place that decided the call that is open. */
const light = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(set, { changes, effects, state }) {
    for (const effect of effects)
      if (effect.is(setLight)) {
        const lines = effect.value ? linesOf(state.doc.toString(), effect.value) : [];
        return Decoration.set(lines.map(({ from, to }) => lit.range(from, to)));
      }
    return set.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** A sentence of the schema: what stands between backticks is code. */
const prose = (text: string): (string | HTMLElement)[] =>
  text.split('`').map((part, index) => (index % 2 ? code(part) : part));

/** What can be written at a place, each with what the schema says of it. */
async function offered(...asked: Parameters<typeof completions>): Promise<CompletionResult | null> {
  const found = await completions(...asked);
  const told = (info: string) => ({ info: () => h('div', {}, ...prose(info)) });
  return (
    found && {
      ...found,
      options: found.options.map(({ info, ...one }) => ({ ...one, ...(info && told(info)) })),
    }
  );
}

/** Of the many keys of the library those that JSON is written with: comments, for one, it has none. */
const LINE_KEYS: readonly KeyBinding[] = [
  { key: 'Alt-ArrowUp', run: moveLineUp },
  { key: 'Alt-ArrowDown', run: moveLineDown },
  { key: 'Shift-Mod-k', run: deleteLine },
];

/**
 * Makes an editor in an element. It lives in a shadow root: there CodeMirror adds its styles as a constructed sheet,
 * which a policy without inline styles permits, and not as a `<style>` element.
 */
export function createEditor(host: HTMLElement, { text, label, changed }: Options): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let tools: readonly KnownTool[] = [];
  const help = () => ({ schema: loadSchema(), tools });
  const hover = hoverTooltip(async (view, at) => {
    const found = await documentation(view.state.doc.toString(), at, help());
    if (!found) return null;
    return {
      pos: found.from,
      end: found.to,
      above: true,
      create: () => ({ dom: h('div', { class: 'cm-help' }, ...prose(found.text)) }),
    };
  });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        jsonLanguage,
        syntaxHighlighting(colours),
        autocompletion({
          icons: false,
          override: [({ state, pos, explicit }) => offered(state.doc.toString(), pos, explicit, help())],
        }),
        hover,
        light,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorState.tabSize.of(2),
        keymap.of([
          ...closeBracketsKeymap,
          ...standardKeymap,
          ...LINE_KEYS,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  const within = (place: number) => Math.min(place, view.state.doc.length);
  return {
    get text() {
      return view.state.doc.toString();
    },
    set text(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    get tools() {
      return tools;
    },
    set tools(next) {
      tools = next;
    },
    get marks(): readonly Mark[] {
      return [];
    },
    set marks(marks) {
      const text = view.state.doc.toString();
      const spans = spansOf(text);
      const found = marks.map((mark): Diagnostic => {
        const { from, to } = spanOfMark(text, spans, mark);
        return { from: within(from), to: within(to), severity: SEVERITY[mark.level], message: mark.message };
      });
      view.dispatch(setDiagnostics(view.state, found));
    },
    select(from, to) {
      view.dispatch({
        selection: { anchor: within(to), head: within(from) },
        effects: [
          setLight.of({ from: within(from), to: within(to) }),
          EditorView.scrollIntoView(within(from), { y: 'center' }),
        ],
      });
    },
    light(span) {
      view.dispatch({ effects: setLight.of(span && { from: within(span.from), to: within(span.to) }) });
    },
    focus(from, to, scrollTop) {
      view.dispatch({ selection: { anchor: within(from), head: within(to) } });
      view.scrollDOM.scrollTop = scrollTop;
      view.focus();
    },
  };
}
