import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from './desk.ts';

/** Gives the desk to all of its parts. */
export const DeskContext = createContext<Desk | null>(null);

/** The desk that a part belongs to. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a part of the desk stands outside of it');
  return desk;
}
