import { baseKeymap, chainCommands, setBlockType, splitBlock, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, InputRule, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { EditorState, Plugin, Selection, type Command } from 'prosemirror-state';
import type { Body } from '../journal/body.ts';
import { toDocument } from './body.ts';
import { cleanPasted } from './pasted.ts';
import { linkAddress, schema } from './schema.ts';

const { strong, emphasis, link } = schema.marks as Record<'strong' | 'emphasis' | 'link', MarkType>;
const { paragraph, quotation, list, item } = schema.nodes as Record<
  'paragraph' | 'quotation' | 'list' | 'item',
  NodeType
>;

/** What the box does besides changing its text. */
export interface BoxKeys {
  publish: () => void;
  leave: () => void;
  link: () => void;
}

/** The state of a box that shows a body, with its keys and its rules of typing. */
export function boxState(body: Body, does: BoxKeys): EditorState {
  const run =
    (what: () => void): Command =>
    () => {
      what();
      return true;
    };
  const doc = toDocument(body);
  return EditorState.create({
    doc,
    selection: Selection.atEnd(doc),
    plugins: [
      inputRules({
        rules: [
          wrappingInputRule(/^\s*[-*•]\s$/, list, { ordered: false }),
          wrappingInputRule(/^1[.)]\s$/, list, { ordered: true }),
          textblockTypeInputRule(/^>\s$/, quotation),
          // Two hyphens between words.
          new InputRule(/--$/, '–'),
        ],
      }),
      keymap({
        'Mod-Enter': run(does.publish),
        Escape: run(does.leave),
        'Mod-k': run(does.link),
        'Mod-b': toggleMark(strong),
        'Mod-i': toggleMark(emphasis),
        'Mod-z': undo,
        'Mod-y': redo,
        'Mod-Shift-z': redo,
        Enter: chainCommands(splitListItem(item), liftListItem(item), leaveQuotation),
        'Shift-Enter': splitBlock,
        Backspace: backToParagraph,
      }),
      keymap(baseKeymap),
      history(),
      new Plugin({ props: { transformPastedHTML: cleanPasted, handlePaste: linkSelection } }),
    ],
  });
}

/** Makes the selected words strong, or no longer. */
export const toggleStrong: Command = toggleMark(strong);

/** Makes the selected words emphasised, or no longer. */
export const toggleEmphasis: Command = toggleMark(emphasis);

/** Makes the paragraphs a list, or the list paragraphs. */
export const toggleList: Command = (state, dispatch, view) =>
  isIn(state, item) ? liftListItem(item)(state, dispatch, view) : wrapInList(list)(state, dispatch, view);

/** Makes the paragraph a quotation, or the quotation a paragraph. */
export const toggleQuotation: Command = (state, dispatch, view) =>
  setBlockType(isIn(state, quotation) ? paragraph : quotation)(state, dispatch, view);

/** What the toolbar shows as pressed where the cursor stands. */
export function pressed(state: EditorState): {
  strong: boolean;
  emphasis: boolean;
  link: boolean;
  list: boolean;
  quotation: boolean;
} {
  return {
    strong: hasMark(state, strong),
    emphasis: hasMark(state, emphasis),
    link: hasMark(state, link),
    list: isIn(state, item),
    quotation: isIn(state, quotation),
  };
}

/** Links the selected words, or the address itself where nothing is selected, to an address; `null` takes links away. */
export function setLink(href: string | null): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    const tr = state.tr;
    if (href === null) tr.removeMark(from, to, link);
    else if (empty) tr.insert(from, schema.text(href, [link.create({ href })]));
    else tr.addMark(from, to, link.create({ href }));
    dispatch?.(tr);
    return true;
  };
}

/** The address of the link that the cursor stands in, or the selection starts in; empty where there is none. */
export function linkAt({ selection, doc }: EditorState): string {
  const found =
    link.isInSet(doc.resolve(selection.from).marks()) ?? link.isInSet(doc.nodeAt(selection.from)?.marks ?? []);
  return String(found?.attrs['href'] ?? '');
}

/** An address as the journal takes it: `example.org` becomes `https://example.org`; `null` where it is none. */
export function readAddress(text: string): string | null {
  const typed = text.trim();
  const address =
    linkAddress.test(typed) || typed === ''
      ? typed
      : /^[^\s@:/]+@[^\s@:/]+$/.test(typed)
        ? `mailto:${typed}`
        : `https://${typed}`;
  return linkAddress.test(address) && address.length <= 2000 ? address : null;
}

const linkSelection = (
  view: { state: EditorState; dispatch: (tr: EditorState['tr']) => void },
  event: ClipboardEvent,
) => {
  const text = event.clipboardData?.getData('text/plain').trim() ?? '';
  if (view.state.selection.empty || !linkAddress.test(text)) return false;
  return setLink(text)(view.state, (tr) => view.dispatch(tr));
};

/** An empty line ends a quotation, and Enter after one starts a paragraph. */
const leaveQuotation: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type !== quotation || $from.parentOffset < $from.parent.content.size) return false;
  if ($from.parent.content.size === 0) return setBlockType(paragraph)(state, dispatch);
  dispatch?.(state.tr.split($from.pos, 1, [{ type: paragraph }]).scrollIntoView());
  return true;
};

const backToParagraph: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (isIn(state, item)) return liftListItem(item)(state, dispatch, view);
  return $from.parent.type === quotation && setBlockType(paragraph)(state, dispatch);
};

function isIn({ selection: { $from } }: EditorState, type: NodeType): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
}

function hasMark({ selection: { from, to, $from, empty }, storedMarks, doc }: EditorState, type: MarkType): boolean {
  return empty ? type.isInSet(storedMarks ?? $from.marks()) !== undefined : doc.rangeHasMark(from, to, type);
}
