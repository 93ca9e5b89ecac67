import type { PositionValue } from '../../journal/subjects/position.ts';
import type { Kind } from './kind.ts';

/** Positions stand side by side: they are meant to differ, and none contradicts another. */
export const position: Kind<PositionValue> = {
  check() {},
  times: () => [],
  aspect: () => 'position',
  settles: () => true,
  claim: () => 'beside',
  turn: () => null,
};
