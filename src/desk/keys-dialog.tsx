import { Dialog } from './dialog.tsx';
import { useDesk } from './desk-context.ts';
import { Toggle } from './fields.tsx';
import { singleKeys, typingKeys, type KeyPlace } from './keys.ts';

const places: Record<KeyPlace, string> = { everywhere: 'Everywhere', report: 'In the report', stream: 'In the stream' };

/** The list of all keys, and the switch for those of one letter. */
export function KeysDialog({ close }: { close: () => void }) {
  const desk = useDesk();
  return (
    <Dialog title="Keys" close={close}>
      <Toggle label="Single-key shortcuts" on={desk.singleKeys.value} change={(on) => (desk.singleKeys.value = on)} />
      <p class="hint">They work where nothing is being typed. On a Mac, Command does what Ctrl does.</p>
      {(Object.keys(places) as KeyPlace[]).map((place) => (
        <KeyTable
          key={place}
          title={places[place]}
          rows={singleKeys
            .filter((key) => key.place === place)
            .map(({ keys, does }) => ({
              keys: keys.join(' or ').toUpperCase().replace('ENTER', 'Enter').replace(' OR ', ' or '),
              does,
            }))}
        />
      ))}
      <KeyTable title="While writing" rows={typingKeys} />
    </Dialog>
  );
}

function KeyTable({ title, rows }: { title: string; rows: readonly { keys: string; does: string }[] }) {
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ keys, does }) => (
          <tr key={does}>
            <th scope="row">
              <kbd>{keys}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
