import { effect, signal, type Signal } from '@preact/signals';
import { browserStorage } from './draft-keeper.ts';

/** A setting that this browser remembers, where it remembers anything. */
export function remembered<Value extends string | number | boolean | string[] | number[]>(
  name: string,
  otherwise: Value,
): Signal<Value> {
  const setting = signal<Value>((recall(name) as Value | null) ?? otherwise);
  effect(() => {
    const kept = JSON.stringify(setting.value);
    try {
      browserStorage()?.setItem(name, kept);
    } catch {
      // A full or closed storage forgets the setting; nothing else depends on it.
    }
  });
  return setting;
}

function recall(name: string): unknown {
  try {
    return JSON.parse(browserStorage()?.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
