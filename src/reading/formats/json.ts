import { Refusal } from '../../terms/refusal.ts';

/** No report that people wrote as JSON nests deeper. */
const deepest = 64;

/** Parses JSON that is an object; `null` where it is none. Throws `report-too-deep`. */
export function parseJson(json: string): Record<string, unknown> | null {
  refuseDepth(json);
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list; none where it is no list. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function refuseDepth(json: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const character = json[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > deepest) throw new Refusal('report-too-deep', { deepest });
    } else if (character === '}' || character === ']') depth--;
  }
}
